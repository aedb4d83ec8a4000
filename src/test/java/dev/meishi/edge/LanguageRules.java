package dev.meishi.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

/** The schema, what fits it, and how it is said that something does not. */
final class LanguageRules {

    private static final String FIRST = "query($first: Int) { contacts(first: $first) { nodes { id } } }";
    private static final List<String> OF_THE_FRAMEWORK =
            List.of("constraint", "rolesAllowed", "BigInteger", "BigDecimal");

    private LanguageRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule(13, "A syntax error says what is wrong, and where.", LanguageRules::syntax),
                new Rule(14, "A string is no Int.", to -> noInt(to, "3")),
                new Rule(14, "-2147483649 is no Int.", to -> noInt(to, -2147483649L)),
                new Rule(14, "A fraction is no Int.", to -> noInt(to, 1.5)),
                new Rule(
                        14,
                        "A string in the document is no Int.",
                        to -> to.ask("{ contacts(first: \"3\") { nodes { id } } }")
                                .refused(200, "GRAPHQL_VALIDATION_FAILED")),
                new Rule(
                        15,
                        "A document that does not fit the schema is an error with a code.",
                        to -> to.ask("{ nope }").refused(200, "GRAPHQL_VALIDATION_FAILED")),
                new Rule(15, "A message names no class.", LanguageRules::message),
                new Rule(15, "An error of a field has a code of the closed set.", LanguageRules::fieldError),
                new Rule(
                        16,
                        "The served schema has every scalar that it uses.",
                        to -> assertThat(schema(to)).contains("scalar DateTime")),
                new Rule(16, "The schema has nothing of the framework's own.", LanguageRules::introspection),
                new Rule(
                        17,
                        "A method setX is never published as x.",
                        to -> assertThat(Published.names()).doesNotContain("note")));
    }

    private static void syntax(Wire endpoint) {
        Answer answer = endpoint.ask("{\n contacts(first: }").refused(200, "GRAPHQL_PARSE_FAILED");

        assertThat(answer.at("/errors/0/locations/0/line").asInt()).isEqualTo(2);
        assertThat(answer.at("/errors/0/locations/0/column").asInt()).isEqualTo(18);
        assertThat(answer.at("/errors/0/message").asText()).contains("}").doesNotContain("Unparseable");
    }

    private static void noInt(Wire endpoint, Object value) {
        endpoint.ask(FIRST, Map.of("first", value)).refused(200, "BAD_USER_INPUT");
    }

    private static void message(Wire endpoint) {
        Answer answer = endpoint.ask("{ contacts(filter: {open: \"yes\"}) { nodes { id } } }");

        assertThat(answer.at("/errors/0/message").asText()).contains("open").doesNotContain("StringValue{");
    }

    private static void fieldError(Wire endpoint) {
        Answer answer = endpoint.ask("{ contact(id: \"nonsense\") { id } }");

        assertThat(answer.at("/errors/0/extensions/code").asText())
                .as(answer.toString())
                .isEqualTo("INVALID_ID");
        assertThat(answer.at("/errors/0/path/0").asText()).isEqualTo("contact");
    }

    private static void introspection(Wire endpoint) {
        List<String> names = endpoint.ask("{ __schema { types { name } directives { name } } }")
                .executed()
                .json()
                .findValuesAsText("name");

        assertThat(names).contains("Contact", "include").doesNotContainAnyElementsOf(OF_THE_FRAMEWORK);
    }

    private static String schema(Wire endpoint) {
        return endpoint.get("/graphql/schema.graphql").body();
    }
}
