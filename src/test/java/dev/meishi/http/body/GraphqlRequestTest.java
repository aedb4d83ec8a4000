package dev.meishi.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.meishi.graphql.RequestRefused;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link GraphqlRequest#from}: every parameter of its own type, and something to execute. */
class GraphqlRequestTest {

    private static final String HASH = "ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38";

    @Test
    void everyParameterIsRead() {
        assertThat(from("""
                {
                  "query": "{a}",
                  "documentId": "sha256:1",
                  "operationName": "A",
                  "variables": {"x": [null]},
                  "extensions": {"persistedQuery": {"version": 1, "sha256Hash": "%s"}, "cost": true, "plan": true, "other": 1},
                  "other": {}
                }""".formatted(HASH)))
                .isEqualTo(new GraphqlRequest(
                        "{a}", "sha256:1", HASH, "A", Objects.requireNonNull(json("{\"x\":[null]}")), true, true));
    }

    @Test
    void whatIsNullOrMissingIsNotThere() {
        GraphqlRequest request = new GraphqlRequest("{a}", null, null, null, Map.of(), false, false);

        assertThat(from("{\"query\":\"{a}\"}")).isEqualTo(request);
        assertThat(from("""
                {"query":"{a}","documentId":null,"operationName":null,"variables":null,"extensions":null}""")).isEqualTo(request);
        assertThat(from("{\"query\":\"{a}\",\"extensions\":{\"persistedQuery\":null,\"cost\":null,\"plan\":null}}"))
                .isEqualTo(request);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"query\":1}                              | query must be a string or null, but was a number.",
                "{\"query\":{}}                             | query must be a string or null, but was an object.",
                "{\"query\":[\"{a}\"]}                      | query must be a string or null, but was an array.",
                "{\"query\":true}                           | query must be a string or null, but was a boolean.",
                "{\"query\":\"{a}\",\"documentId\":1}       | documentId must be a string or null, but was a number.",
                "{\"query\":\"{a}\",\"operationName\":1}    | operationName must be a string or null, but was a number.",
                "{\"query\":\"{a}\",\"operationName\":{}}   | operationName must be a string or null, but was an object.",
                "{\"query\":\"{a}\",\"operationName\":false} | operationName must be a string or null, but was a boolean.",
                "{\"query\":\"{a}\",\"variables\":1}        | variables must be an object or null, but was a number.",
                "{\"query\":\"{a}\",\"variables\":\"{}\"}   | variables must be an object or null, but was a string.",
                "{\"query\":\"{a}\",\"variables\":[]}       | variables must be an object or null, but was an array.",
                "{\"query\":\"{a}\",\"variables\":true}     | variables must be an object or null, but was a boolean.",
                "{\"query\":\"{a}\",\"extensions\":1}       | extensions must be an object or null, but was a number.",
                "{\"query\":\"{a}\",\"extensions\":\"\"}    | extensions must be an object or null, but was a string.",
                "{\"query\":\"{a}\",\"extensions\":[]}      | extensions must be an object or null, but was an array.",
                "{\"extensions\":{\"persistedQuery\":\"x\"}} | persistedQuery must be an object or null, but was a string.",
                "{\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":1}}} | sha256Hash must be a string or null, but was a number.",
                "{\"extensions\":{\"persistedQuery\":{\"version\":1}}} | extensions.persistedQuery has no sha256Hash.",
                "{\"extensions\":{\"persistedQuery\":{\"sha256Hash\":\"x\"}}} | extensions.persistedQuery.version must be 1, the only one supported.",
                "{\"extensions\":{\"persistedQuery\":{\"version\":2,\"sha256Hash\":\"x\"}}} | extensions.persistedQuery.version must be 1, the only one supported.",
                "{\"extensions\":{\"persistedQuery\":{\"version\":\"1\",\"sha256Hash\":\"x\"}}} | extensions.persistedQuery.version must be 1, the only one supported.",
            })
    void aParameterOfAnotherTypeIsRefused(String json, String message) {
        assertThat(refusal(json)).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"query\":null}",
                "{\"Query\":\"{a}\"}",
                "{\"operationName\":\"A\",\"variables\":{}}",
                "{\"extensions\":{}}",
                "{\"extensions\":{\"persistedQuery\":{}}}",
            })
    void aRequestWithNothingToExecuteIsRefused(String json) {
        assertThat(refusal(json))
                .isEqualTo("The request has nothing to execute. Give query, documentId or extensions.persistedQuery.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"true\"", "{}", "false", "null"})
    void theCostIsToldOnlyIfItIsAskedForWithTrue(String value) {
        assertThat(from("{\"query\":\"{a}\",\"extensions\":{\"cost\":" + value + "}}")
                        .isCostWanted())
                .isFalse();
    }

    private static GraphqlRequest from(String json) {
        return GraphqlRequest.from(json(json));
    }

    private static Map<String, Object> json(String json) {
        return Objects.requireNonNull(StrictJson.object(json, "It"));
    }

    private static String refusal(String json) {
        RequestRefused refused = catchThrowableOfType(RequestRefused.class, () -> from(json));
        assertThat(refused.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.getExtensions()).containsEntry("code", "BAD_REQUEST"));
        return String.valueOf(refused.getMessage());
    }
}
