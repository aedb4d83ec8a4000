package dev.meishi.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import graphql.GraphQLError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link EngineErrors}: what the engine says of a document, without what it says of itself. */
class EngineErrorsTest {

    private static final Documents DOCUMENTS = Settings.documents();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{contacts(orderBy: 5) {totalCount}}            | argument 'orderBy' must be an object type",
                "{contacts(filter: {nope: 1}) {totalCount}}     | argument 'filter' contains a field not in 'ContactFilter': 'nope'",
                "{contacts(filter: [1]) {totalCount}}           | argument 'filter' must be an object type",
                "{nodes(ids: [null]) {id}}                      | argument 'ids[0]' must not be null",
                "query($a: Int = \"x\") {contacts(first: $a) {totalCount}} | Bad default value for type 'Int'",
                "{contacts(orderBy: {field: SIZE}) {totalCount}} | argument 'orderBy.field' is not a valid 'ContactOrderField' - Literal value not in allowable values for enum 'ContactOrderField'",
                "{contacts(filter: {open: true open: false}) {totalCount}} | There can be only one field named 'open'",
                "{contacts(first: \"}' is not a valid '\") {totalCount}} | argument 'first' is not a valid '",
                "{nope}                                         | Field 'nope' in type 'Query' is undefined",
                "mutation {x}                                   | The 'Mutation' operation is not supported by the schema",
                "subscription {x}                               | The 'Subscription' operation is not supported by the schema",
                "type A {b: Int}                                | Type 'A' definition is not executable",
                "{...F} fragment F on Query {tags {id}} fragment F on Query {tags {id}} | There can be only one fragment named 'F'",
            })
    void aMessageHasTheDocumentsWordsAlone(String document, String message) {
        GraphQLError error = errors(document).get(0);

        assertThat(error.getMessage()).startsWith(message).doesNotContain("Value{", "ObjectField{", "Error (");
        assertThat(error.getExtensions())
                .containsOnly(Map.entry("code", "GRAPHQL_VALIDATION_FAILED"), Map.entry("retryable", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{a}}",
                "{a(}",
                "{a(b: \"x\ny\")}",
                "{a(b: \"\\q\")}",
                "{a(b: \"\\uD800\")}",
                "é",
                "",
                "{a(b: 1.)}"
            })
    void whatIsNoGraphqlIsRefusedWithItsPlace(String text) {
        List<GraphQLError> errors = errors(text);

        assertThat(errors).singleElement().satisfies(error -> {
            assertThat(error.getExtensions()).containsEntry("code", "GRAPHQL_PARSE_FAILED");
            assertThat(error.getLocations()).hasSize(1);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{%s}", "{tags(%s: 1) {id}}", "{tags {id(a: \"%s}", "{...%s}"})
    void whatACallerWroteIsNotSentBackAtLength(String document) {
        String text = document.replace("%s", "a".repeat(100_000));

        assertThat(errors(text).get(0).getMessage()).hasSizeLessThan(600);
    }

    @Test
    void aNumberThatTakesLongToReadIsRefusedUnread() {
        for (String number : List.of("9".repeat(101), "-" + "9".repeat(100_000), "0." + "1".repeat(100_000))) {
            assertThat(errors("{contact(id: " + number + ") {id}}"))
                    .singleElement()
                    .satisfies(error -> {
                        assertThat(error.getExtensions()).containsEntry("code", "GRAPHQL_PARSE_FAILED");
                        assertThat(error.getMessage())
                                .isEqualTo("The document has a number of " + number.length()
                                        + " characters, allowed are 100.");
                    });
        }
        assertThat(DOCUMENTS.prepare("{contact(id: " + "9".repeat(100) + ") {id}}", null, true))
                .isNotNull();
    }

    @Test
    void aDocumentOfSeveralOperationsIsGoodAsAWhole() {
        String document = "query A { tags { id } } query B { __typename }";

        assertThatCode(() -> DOCUMENTS.check(document)).doesNotThrowAnyException();
        assertThat(errors(document))
                .singleElement()
                .satisfies(error -> assertThat(error.getExtensions()).containsEntry("code", "OPERATION_NOT_FOUND"));
    }

    private static List<GraphQLError> errors(String document) {
        return catchThrowableOfType(RequestRefused.class, () -> DOCUMENTS.prepare(document, null, false))
                .errors();
    }
}
