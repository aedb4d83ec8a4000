package dev.meishi.http;

import static dev.meishi.wire.GraphqlClient.code;
import static dev.meishi.wire.GraphqlClient.header;
import static dev.meishi.wire.GraphqlClient.json;
import static dev.meishi.wire.GraphqlClient.parameters;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meishi.Gateway;
import dev.meishi.reset.UpstreamReset;
import dev.meishi.wire.GraphqlClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operation that takes too long is answered in time, with what is there. */
@QuarkusTest
@TestProfile(Hurried.class)
class DeadlineTest {

    private static final Duration DEADLINE = Duration.ofSeconds(1);
    private static final Duration MARGIN = Duration.ofSeconds(2);
    private static final String CONTACT =
            "contact(id: \"Q29udGFjdDoxOjU1MGU4NDAwLWUyOWItNDFkNC1hNzE2LTQ0NjY1NTQ0MDAwMA\")";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @Inject
    Event<UpstreamReset> resets;

    @SuppressWarnings("NullAway.Init")
    private Gateway gateway;

    @SuppressWarnings("NullAway.Init")
    private GraphqlClient caller;

    @BeforeEach
    void startAfresh() {
        gateway = new Gateway(address);
        caller = new GraphqlClient(address);
        gateway.reset();
        resets.fire(UpstreamReset.CONTENT);
        caller.ask("{ contacts(first: 1) { nodes { id } } " + CONTACT + " { id } }");
    }

    @AfterEach
    void mend() {
        gateway.reset();
    }

    @Test
    void whatIsThereIsInTheDataAndTheRestIsNullWithACode() {
        gateway.faults("/getContact", "{\"latency\":\"PT3S\"}");
        long start = System.nanoTime();

        HttpResponse<String> response = caller.ask(
                "{ __typename contacts(first: 2) { nodes { id } } slow: " + CONTACT + " { id } tags { name } }",
                "Accept",
                "application/graphql-response+json");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(DEADLINE, DEADLINE.plus(MARGIN));
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode answer = json(response);
        assertThat(answer.at("/data/__typename").asText()).isEqualTo("Query");
        assertThat(answer.at("/data/contacts/nodes")).hasSize(2);
        assertThat(answer.at("/data/tags")).isNotEmpty();
        assertThat(answer.at("/data/slow").isNull()).isTrue();
        assertThat(answer.path("errors")).hasSize(1);
        assertThat(answer.at("/errors/0/path/0").asText()).isEqualTo("slow");
        assertThat(answer.at("/errors/0/locations")).hasSize(1);
        assertThat(code(response)).isEqualTo("OPERATION_TIMEOUT");
        assertThat(answer.at("/errors/0/extensions/retryable").asBoolean()).isTrue();
        assertThat(answer.at("/errors/0/message").asText()).contains("1000 ms");
    }

    @Test
    void contactsComeWithoutTheirTagsIfThoseTakeTooLong() {
        gateway.faults("/listTags", "{\"latency\":\"PT3S\"}");
        long start = System.nanoTime();

        JsonNode answer = json(caller.ask("{ contacts(first: 5) { nodes { id tags { name } } } }"));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(DEADLINE, DEADLINE.plus(MARGIN));
        assertThat(answer.at("/data/contacts/nodes")).hasSize(5).allSatisfy(contact -> {
            assertThat(contact.path("id").asText()).isNotEmpty();
            assertThat(contact.path("tags").isNull()).isTrue();
        });
        assertThat(answer.path("errors"))
                .hasSize(5)
                .allSatisfy(error ->
                        assertThat(error.at("/extensions/code").asText()).isEqualTo("OPERATION_TIMEOUT"));
    }

    @Test
    void anAnswerOfNothingIsAnAnswerToo() {
        gateway.faults("/listContacts", "{\"latency\":\"PT3S\"}");
        long start = System.nanoTime();

        HttpResponse<String> response =
                caller.get(parameters(Map.of("query", "{ contacts(first: 2) { nodes { id } } }")));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(DEADLINE, DEADLINE.plus(MARGIN));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).at("/data/contacts").isNull()).isTrue();
        assertThat(code(response)).isEqualTo("OPERATION_TIMEOUT");
        assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void nothingMoreIsAskedAfterTheDeadline() throws InterruptedException {
        JsonNode ids =
                json(caller.ask("{ contacts(last: 100) { nodes { id } } }")).at("/data/contacts/nodes");
        gateway.reset();
        gateway.faults("/listContacts", "{\"latency\":\"PT0.4S\"}");

        HttpResponse<String> response = caller.ask(
                "query($ids: [ID!]!) { nodes(ids: $ids) { id } }", Map.of("ids", ids.findValuesAsText("id")));
        int calls = gateway.calls("listContacts");
        Thread.sleep(1_000);

        assertThat(code(response)).isEqualTo("OPERATION_TIMEOUT");
        assertThat(calls).isBetween(2, 4);
        assertThat(gateway.calls("listContacts")).isEqualTo(calls);
    }

    @Test
    void whoIsInTimeIsNotDisturbed() {
        gateway.faults("/getContact", "{\"latency\":\"PT0.3S\"}");

        assertThat(json(caller.ask("{ " + CONTACT + " { id } }")).has("errors")).isFalse();
    }
}
