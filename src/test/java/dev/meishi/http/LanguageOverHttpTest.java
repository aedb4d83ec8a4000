package dev.meishi.http;

import static dev.meishi.http.Caller.code;
import static dev.meishi.http.Caller.json;
import static dev.meishi.http.Caller.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
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
    private Caller caller;

    @BeforeEach
    void connect() {
        caller = new Caller(address);
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
                "{ __schema { types { fields { type { fields { name } } } } } }",
                "{ a: __schema { description } b: __schema { description } }"
            })
    void anIntrospectionThatNobodyNeedsIsRefused(String document) {
        JsonNode answer = json(ask(document, null));

        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("GRAPHQL_VALIDATION_FAILED");
        assertThat(answer.has("data")).isFalse();
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
        assertThat(json(asked).at("/extensions/cost/allowed").asInt()).isEqualTo(50_000);
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
