package dev.meishi.http;

import static dev.meishi.wire.GraphqlClient.code;
import static dev.meishi.wire.GraphqlClient.json;
import static dev.meishi.wire.GraphqlClient.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meishi.wire.GraphqlClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The language to the letter: operations by name, numbers that are numbers, places of mistakes. */
@QuarkusTest
class LanguageOverHttpTest {

    private static final String TWO = "query A { a: __typename } query B { b: __typename }";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @SuppressWarnings("NullAway.Init")
    private GraphqlClient caller;

    @BeforeEach
    void connect() {
        caller = new GraphqlClient(address);
    }

    @ParameterizedTest
    @CsvSource({"A, a", "B, b"})
    void theOperationThatIsNamedIsExecuted(String name, String field) {
        assertThat(json(ask(TWO, name)).path("data").fieldNames()).toIterable().containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "query A { a: __typename } query B { b: __typename } | C | The document has no operation named 'C'.",
                "query A { a: __typename } query B { b: __typename } | a | The document has no operation named 'a'.",
                "query A { a: __typename } query B { b: __typename } |   | The document has 2 operations: operationName must say which one to execute.",
                "query A { a: __typename }                           | B | The document has no operation named 'B'.",
                "{ a: __typename }                                   | A | The document has no operation named 'A'.",
            })
    void anOperationThatIsNotThereIsRefused(String document, @Nullable String name, String message) {
        HttpResponse<String> response = ask(document, name);

        assertThat(code(response)).isEqualTo("OPERATION_NOT_FOUND");
        assertThat(json(response).at("/errors/0/message").asText()).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ __type(name: \"Contact\") { fields(includeDeprecated: X) { name args(includeDeprecated: X) { name } } } }",
                "{ __type(name: \"PhoneType\") { enumValues(includeDeprecated: X) { name } } }",
                "{ __type(name: \"ContactFilter\") { inputFields(includeDeprecated: X) { name } } }",
                "{ __schema { directives { args(includeDeprecated: X) { name } } } }",
            })
    void introspectionTakesANullForFalse(String document) {
        JsonNode ofNull = json(ask(document.replace("X", "null"), null));

        assertThat(ofNull.has("errors")).as(ofNull.toString()).isFalse();
        assertThat(ofNull.path("data"))
                .isEqualTo(json(ask(document.replace("X", "false"), null)).path("data"));
    }

    @Test
    void severalTypesAreToldInOneRequest() {
        JsonNode answer = json(ask(
                "{ t0: __type(name: \"__Schema\") { fields { name args { name } } }"
                        + " t1: __type(name: \"__Type\") { fields { name args { name } } }"
                        + " t2: __type(name: \"Contact\") { fields { name type { fields { name } } } }"
                        + " a: __schema { queryType { name } } b: __schema { queryType { name } } }",
                null));

        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        assertThat(answer.at("/data/t1/fields")).hasSizeGreaterThan(5);
        assertThat(answer.at("/data/t2/fields")).hasSizeGreaterThan(20);
        assertThat(answer.at("/data/b/queryType/name").asText()).isEqualTo("Query");
    }

    @Test
    void anIntrospectionOfTooMuchIsOverTheLimitOfItsCost() {
        String type = "{ kind name ofType { kind name ofType { kind name } } }";
        String types =
                ": __schema { types { description kind interfaces { name kind } fields { name description isDeprecated deprecationReason args {"
                        + " name type " + type + " } type " + type + " } enumValues { name } inputFields { name } } } ";
        JsonNode answer = json(ask(
                "{" + IntStream.range(0, 20).mapToObj(i -> " a" + i + types).collect(Collectors.joining()) + "}",
                null));

        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(answer.at("/errors/0/extensions/limit").asText()).isEqualTo("cost");
        assertThat(answer.has("data")).isFalse();
    }

    @Test
    void aPageThatIsTooLargeIsToldWhatIsTheLargest() {
        for (String document : List.of(
                "{ contacts(first: 50000) { nodes { id } } }",
                "{ contacts(last: 2147483647) { nodes { id emails { address } } } }")) {
            HttpResponse<String> response = ask(document, null);

            assertThat(json(response).at("/errors/0/message").asText())
                    .as(response.body())
                    .contains("must be", "500");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "true", "[\"x\"]", "{\"a\":1}"})
    void anIdOfAVariableIsAStringOrAnInteger(String value) {
        for (String document : List.of(
                "query($v: ID!) { contact(id: $v) { id } }",
                "query($v: ID!) { nodes(ids: [$v]) { id } }",
                "query($v: ID) { contacts(filter: {domainId: $v}) { totalCount } }")) {
            HttpResponse<String> response =
                    caller.post("{\"query\":" + written(document) + ",\"variables\":{\"v\":" + value + "}}");

            assertThat(code(response)).as(response.body()).isEqualTo("BAD_USER_INPUT");
            assertThat(json(response).at("/errors/0/message").asText())
                    .startsWith("Variable 'v' has an invalid value: expected an ID, which is a string or an integer,");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "7000000000", "\"1\""})
    void anIdMayBeAnInteger(String value) {
        HttpResponse<String> response = caller.post("{\"query\":"
                + written("query($v: ID) { contacts(filter: {domainId: $v}, first: 1) { nodes { id } } }")
                + ",\"variables\":{\"v\":" + value + "}}");

        assertThat(json(response).at("/errors/0/extensions/code").asText())
                .as(response.body())
                .isNotEqualTo("BAD_USER_INPUT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "query($f: ContactFilter) { contacts(filter: $f) { totalCount } } | {\"f\":{\"createdBetween\":{\"from\":\"2020-01-01T00:00:00Z\",\"to\":\"2020-01-05\"}}} | Variable 'f' has an invalid value at createdBetween.to: expected a DateTime such as \"2020-04-05T19:30:04+09:00\", found \"2020-01-05\".",
                "query($wanted: ContactFilter) { contacts(filter: $wanted) { totalCount } } | {\"wanted\":{\"keyWord\":\"a\"}} | Variable 'wanted' has an invalid value: the type ContactFilter has no field 'keyWord'. Did you mean 'keyword'?",
                "query($f: ContactFilter) { contacts(filter: $f) { totalCount } } | {\"f\":{\"keyword\":[\"a\"]}} | Variable 'f' has an invalid value at keyword: expected a string, found a list.",
                "query($f: ContactFilter) { contacts(filter: $f) { totalCount } } | {\"f\":{\"keyword\":{\"a\":1}}} | Variable 'f' has an invalid value at keyword: expected a string, found an object.",
                "query($f: ContactFilter) { contacts(filter: $f) { totalCount } } | {\"f\":{\"keyword\":1.5}} | Variable 'f' has an invalid value at keyword: expected a string, found 1.5.",
                "query($f: ContactFilter) { contacts(filter: $f) { totalCount } } | {\"f\":{\"open\":\"yes\"}} | Variable 'f' has an invalid value at open: expected true or false, found \"yes\".",
                "query($a: String) { contacts(after: $a) { totalCount } } | {\"a\":[\"x\"]} | Variable 'a' has an invalid value: expected a string, found a list.",
                "query($n: Int!) { contacts(first: $n) { totalCount } } | {} | Variable 'n' of the type Int! is required, but was not sent.",
                "query($n: Int!) { contacts(first: $n) { totalCount } } | {\"n\":null} | Variable 'n' has an invalid value: expected an integer between -2147483648 and 2147483647, found null.",
                "query($i: [ID!]!) { nodes(ids: $i) { id } } | {\"i\":[\"a\",null]} | Variable 'i' has an invalid value at [1]: expected an ID, which is a string or an integer, found null.",
                "query($o: ContactOrder) { contacts(orderBy: $o) { totalCount } } | {\"o\":{\"field\":\"SIZE\"}} | Variable 'o' has an invalid value at field: expected one of CREATION_TIME, MODIFICATION_TIME, NAME, found \"SIZE\".",
                "query($o: ContactOrder) { contacts(orderBy: $o) { totalCount } } | {\"o\":5} | Variable 'o' has an invalid value: expected an object, found 5.",
            })
    void aVariableThatDoesNotFitSaysWhereAndWhatWasFound(String document, String variables, String message) {
        HttpResponse<String> response =
                caller.post("{\"query\":" + written(document) + ",\"variables\":" + variables + "}");

        assertThat(code(response)).as(response.body()).isEqualTo("BAD_USER_INPUT");
        assertThat(json(response).at("/errors/0/message").asText()).isEqualTo(message);
        assertThat(json(response).at("/errors/0/locations/0/line").asInt()).isEqualTo(1);
        assertThat(json(response).has("data")).isFalse();
    }

    @Test
    void aDateTimeMayHaveSmallLetters() {
        JsonNode answer = json(caller.ask(
                "query($f: ContactFilter) { contacts(filter: $f) { totalCount } }",
                Map.of(
                        "f",
                        Map.of(
                                "createdBetween",
                                Map.of("from", "2020-01-01t00:00:00z", "to", "2020-01-02T00:00:00z")))));

        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        assertThat(json(ask("{ __type(name: \"DateTime\") { specifiedByURL } }", null))
                        .at("/data/__type/specifiedByURL")
                        .asText())
                .isEqualTo("https://www.rfc-editor.org/rfc/rfc3339");
    }

    @Test
    void objectsAreTheSameInAnyOrderOfTheirFields() {
        JsonNode answer = json(ask(
                "{ contacts(first: 1, filter: {open: true, externalOnly: false}) { totalCount }"
                        + " contacts(filter: {externalOnly: false, open: true}, first: 1) { nodes { id } } }",
                null));

        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        assertThat(answer.at("/data/contacts").fieldNames()).toIterable().containsExactly("totalCount", "nodes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ a: __typename }", "query A { a: __typename }"})
    void theOnlyOperationNeedsNoName(String document) {
        assertThat(json(ask(document, null)).at("/data/a").asText()).isEqualTo("Query");
        assertThat(json(ask(document, "")).at("/data/a").asText()).isEqualTo("Query");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"3\"",
                "1.5",
                "2147483648",
                "-2147483649",
                "1e1",
                "true",
                "[3]",
                "{\"a\":1}",
                "\"\"",
                "99999999999999999999999"
            })
    void anIntOfAVariableIsANumberOf32Bits(String value) {
        HttpResponse<String> response = caller.post(
                "{\"query\":\"query($n: Int) { contacts(first: $n) { nodes { id } } }\",\"variables\":{\"n\":" + value
                        + "}}");

        if (value.equals("1e1")) {
            assertThat(json(response).has("errors")).as(response.body()).isFalse();
            return;
        }
        assertThat(code(response)).as(response.body()).isEqualTo("BAD_USER_INPUT");
        assertThat(json(response).at("/errors/0/message").asText())
                .startsWith("Variable 'n' has an invalid value")
                .doesNotContain("java.", "graphql.");
        assertThat(json(response).has("data")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"3\"",
                "1.5",
                "2147483648",
                "-2147483649",
                "1e1",
                "true",
                "THREE",
                "{a: 1}",
                "99999999999999999999999"
            })
    void anIntOfADocumentIsANumberOf32Bits(String value) {
        HttpResponse<String> response = caller.ask("{ contacts(first: " + value + ") { totalCount } }");

        assertThat(code(response)).as(response.body()).isEqualTo("GRAPHQL_VALIDATION_FAILED");
        assertThat(json(response).at("/errors/0/message").asText()).contains("'first'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "query($n: Int!) { contacts(first: $n) { totalCount } }  | {}          | n",
                "query($n: Int!) { contacts(first: $n) { totalCount } }  | {\"n\":null} | n",
                "query($i: [ID!]!) { nodes(ids: $i) { id } }             | {\"i\":[null]} | i",
                "query($f: ContactFilter) { contacts(filter: $f) { totalCount } } | {\"f\":{\"nope\":1}} | nope",
                "query($f: ContactFilter) { contacts(filter: $f) { totalCount } } | {\"f\":{\"open\":\"yes\"}} | f",
                "query($o: ContactOrder) { contacts(orderBy: $o) { totalCount } } | {\"o\":{\"field\":\"SIZE\"}} | o",
                "query($o: ContactOrder) { contacts(orderBy: $o) { totalCount } } | {\"o\":5} | o",
            })
    void aVariableThatDoesNotFitNamesItself(String document, String variables, String name) {
        HttpResponse<String> response =
                caller.post("{\"query\":" + written(document) + ",\"variables\":" + variables + "}");

        assertThat(code(response)).as(response.body()).isEqualTo("BAD_USER_INPUT");
        assertThat(json(response).at("/errors/0/message").asText())
                .contains("'" + name)
                .doesNotContain("java.", "graphql.", "LinkedHashMap", "BigDecimal", "Value{");
    }

    @Test
    void aLongWrongValueCostsLittleAndIsNotSentBackAtLength() {
        String value = " 'XValue{ with value '".repeat(5_000);
        String body = written(Map.of(
                "query",
                "query($o: ContactOrder) { contacts(orderBy: $o) { totalCount } }",
                "variables",
                Map.of("o", Map.of("field", value))));
        caller.post(body);
        long start = System.nanoTime();

        HttpResponse<String> response = caller.post(body);

        assertThat(code(response)).isEqualTo("BAD_USER_INPUT");
        assertThat(response.body()).hasSizeLessThan(1_500);
        assertThat(System.nanoTime() - start).isLessThan(1_000_000_000);
    }

    @Test
    void variablesThatAreNotDeclaredAreLetBe() {
        assertThat(json(caller.ask("{ __typename }", Map.of("x", 1))).has("errors"))
                .isFalse();
    }

    @Test
    void aMistakeHasItsLineAndColumn() {
        JsonNode location =
                json(caller.ask("{\n  contacts {\n    nodes { id } }\n  } }")).at("/errors/0/locations/0");

        assertThat(location.path("line").asInt()).isEqualTo(4);
        assertThat(location.path("column").asInt()).isEqualTo(5);
    }

    @Test
    void theCostIsToldOnRequestOnly() {
        String query = "{ contacts(first: 10) { nodes { emails { address } } } }";

        HttpResponse<String> asked = caller.post("{\"query\":" + written(query) + ",\"extensions\":{\"cost\":true}}");

        assertThat(json(asked).at("/extensions/cost/asked").asInt()).isEqualTo(1 + 10 + 30);
        assertThat(json(asked).at("/extensions/cost/allowed").asInt()).isEqualTo(60_000);
        assertThat(json(asked).at("/data/contacts/nodes")).hasSize(10);
        assertThat(json(caller.ask(query)).has("extensions")).isFalse();
    }

    private HttpResponse<String> ask(String document, @Nullable String name) {
        Map<String, Object> body = new HashMap<>();
        body.put("query", document);
        body.put("operationName", name);
        return caller.post(written(body));
    }
}
