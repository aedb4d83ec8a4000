package dev.meishi.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meishi.Gateway;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a request is said with a code, a place, and no name of a class. */
@QuarkusTest
class RequestErrorsTest {

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ nope }                                                        | nope",
                "{ contacts(first: \"3\") { nodes { id } } }                     | first",
                "{ contacts(first: 2147483648) { nodes { id } } }                | first",
                "{ contacts(first: 1.5) { nodes { id } } }                       | first",
                "{ contacts(filter: {open: \"yes\"}) { nodes { id } } }          | open",
                "{ contacts(filter: {createdBetween: {from: \"2020-04-01\"}}) { nodes { id } } } | from",
                "{ contacts(orderBy: {field: SIZE}) { nodes { id } } }           | field",
                "{ contact { id } }                                              | id",
                "{ contacts }                                                    | contacts",
            })
    void aDocumentThatDoesNotFitTheSchemaIsRefused(String query, String named) {
        JsonNode answer = new Gateway(address).ask(query, Map.of());

        JsonNode error = answer.at("/errors/0");
        assertThat(error.at("/extensions/code").asText()).as(answer.toString()).isEqualTo("GRAPHQL_VALIDATION_FAILED");
        assertThat(error.at("/extensions/retryable").asBoolean()).isFalse();
        assertThat(error.path("message").asText())
                .contains(named)
                .doesNotContain("{value=", "graphql.", "Validation error (");
        assertThat(error.at("/locations/0/line").asInt()).isEqualTo(1);
        assertThat(answer.has("data")).isFalse();
    }

    @Test
    void aVariableThatDoesNotFitItsTypeIsRefused() {
        JsonNode answer = new Gateway(address)
                .ask("query($first: Int) { contacts(first: $first) { nodes { id } } }", Map.of("first", "three"));

        assertThat(answer.at("/errors/0/extensions/code").asText())
                .as(answer.toString())
                .isEqualTo("BAD_USER_INPUT");
        assertThat(answer.at("/errors/0/message").asText()).contains("first").doesNotContain("java.");
    }
}
