package dev.meishi.http;

import static dev.meishi.wire.GraphqlClient.json;
import static dev.meishi.wire.GraphqlClient.parameters;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meishi.Gateway;
import dev.meishi.graphql.Limit;
import dev.meishi.wire.GraphqlClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every limit refuses what is over it, by name and number, before anything is asked of LINE WORKS. */
@QuarkusTest
class LimitsOverHttpTest {

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
    @CsvSource({
        "TOKENS,           2001, 2000",
        "NAME_LENGTH,      129,  128",
        "OPERATIONS,       11,   10",
        "DEPTH,            21,   20",
        "FIELDS,           1001, 1000",
        "ALIASES,          51,   50",
        "ROOT_FIELDS,      21,   20",
        "DIRECTIVES,       51,   50",
        "DUPLICATE_FIELDS, 51,   50",
        "COST,             62505, 60000",
        "UPSTREAM_CALLS,   101,  100",
        "ANSWER_BYTES,     4504524, 4194304",
    })
    void whatIsOverALimitIsRefusedByNameAndNumber(Limit limit, int found, int allowed) {
        Gateway gateway = new Gateway(address);
        gateway.reset();
        String document = Excesses.DOCUMENTS.getOrDefault(limit, "");

        for (HttpResponse<String> response : List.of(
                caller.ask(document, "Accept", "application/graphql-response+json"),
                caller.post(
                        GraphqlClient.written(Map.of("query", document)),
                        "Accept",
                        "application/graphql-response+json"))) {
            JsonNode answer = json(response);
            JsonNode extensions = answer.at("/errors/0/extensions");

            assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
            assertThat(answer.path("errors")).hasSize(1);
            assertThat(extensions.path("code").asText()).isEqualTo("LIMIT_EXCEEDED");
            assertThat(extensions.path("limit").asText()).isEqualTo(limit.key());
            assertThat(extensions.path("found").asInt()).isEqualTo(found);
            assertThat(extensions.path("allowed").asInt()).isEqualTo(allowed);
            assertThat(answer.at("/errors/0/message").asText()).contains("(" + limit.setting() + ")");
        }
        assertThat(gateway.calls("listContacts") + gateway.calls("listTags")).isZero();
    }

    @Test
    void aSizeInAVariableCountsLikeOneInTheDocument() {
        String document = Excesses.DOCUMENTS.getOrDefault(Limit.COST, "").replace("first: 500", "first: $n");

        JsonNode refused = json(caller.ask("query($n: Int) " + document, Map.of("n", 500)));
        JsonNode passed = json(caller.ask("query($n: Int) " + document, Map.of("n", 2)));

        assertThat(refused.at("/errors/0/extensions/limit").asText()).isEqualTo("cost");
        assertThat(passed.has("errors")).as(passed.toString()).isFalse();
    }

    @Test
    void aLimitHoldsByGetToo() {
        JsonNode answer =
                json(caller.get(parameters(Map.of("query", Excesses.DOCUMENTS.getOrDefault(Limit.ALIASES, "")))));

        assertThat(answer.at("/errors/0/extensions/limit").asText()).isEqualTo("aliases");
    }

    @Test
    void whatIsAtALimitPasses() {
        String document = "{ " + "a: __typename ".repeat(20) + "}";
        StringBuilder aliases = new StringBuilder("{ tags { ");
        for (int i = 0; i < 50; i++) {
            aliases.append('a').append(i).append(": id ");
        }

        assertThat(json(caller.ask(document)).has("errors")).isFalse();
        assertThat(json(caller.ask(aliases + "} }")).has("errors")).isFalse();
        assertThat(json(caller.ask("{ tags { " + "id ".repeat(51) + "} }")).has("errors"))
                .isFalse();
    }

    @Test
    void aDeepDocumentDoesNotEndTheStack() {
        for (String hostile : new String[] {
            "{a".repeat(600) + "}".repeat(600),
            "{tag(id:" + "[".repeat(900) + "]".repeat(900) + "){id}}",
            "{a(b:" + "{c:".repeat(600) + "1" + "}".repeat(600) + ")}",
            "query($a:" + "[".repeat(900) + "Int" + "]".repeat(900) + "){a}",
            "{" + "...{".repeat(400) + "a" + "}".repeat(400) + "}",
        }) {
            HttpResponse<String> response = caller.ask(hostile);

            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            assertThat(json(response).at("/errors/0/extensions/code").asText())
                    .isIn("LIMIT_EXCEEDED", "GRAPHQL_VALIDATION_FAILED");
        }
    }
}
