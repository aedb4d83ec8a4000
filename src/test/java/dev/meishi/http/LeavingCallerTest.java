package dev.meishi.http;

import static dev.meishi.Eventually.eventually;
import static dev.meishi.wire.GraphqlClient.json;
import static dev.meishi.wire.GraphqlClient.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meishi.Gateway;
import dev.meishi.reset.UpstreamReset;
import dev.meishi.wire.GraphqlClient;
import dev.meishi.wire.RawConnection;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A caller that goes away ends its own work, and nobody else's. */
@QuarkusTest
@TestProfile(Hurried.class)
class LeavingCallerTest {

    private static final String TAGS = "{ contacts(first: 5) { nodes { tags { name } } } }";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @Inject
    Event<UpstreamReset> resets;

    @SuppressWarnings("NullAway.Init")
    private Gateway gateway;

    @BeforeEach
    void startAfresh() {
        gateway = new Gateway(address);
        gateway.reset();
        resets.fire(UpstreamReset.CONTENT);
    }

    @AfterEach
    void mend() {
        gateway.reset();
    }

    @Test
    void whoLeavesAQueryOfManyCallsEndsThem() throws Exception {
        JsonNode ids = gateway.ask("{ contacts(first: 100) { nodes { id } } }", Map.of())
                .at("/data/contacts/nodes");
        gateway.reset();
        gateway.faults("/listContacts", "{\"latency\":\"PT0.4S\"}");

        try (RawConnection line = new RawConnection(address)) {
            line.send(post(written(Map.of(
                    "query",
                    "query($ids: [ID!]!) { nodes(ids: $ids) { id } }",
                    "variables",
                    Map.of("ids", ids.findValuesAsText("id"))))));
            eventually(() -> gateway.calls("listContacts") > 0);
        }
        Thread.sleep(900);

        assertThat(gateway.calls("listContacts")).isLessThanOrEqualTo(4);
        assertThat(gateway.abandoned("listContacts")).isPositive();
    }

    @Test
    void whoWaitsForTheSameTagsIsNotLeftWithout() throws Exception {
        gateway.faults("/listTags", "{\"latency\":\"PT0.6S\"}");
        CompletableFuture<JsonNode> staying;
        try (RawConnection leaving = new RawConnection(address)) {
            leaving.send(post(written(Map.of("query", TAGS))));
            eventually(() -> gateway.calls("listTags") == 1);
            staying = gateway.askAsync(TAGS);
            Thread.sleep(150);
        }

        JsonNode answer = staying.join();

        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        assertThat(answer.findValues("name")).isNotEmpty();
        assertThat(gateway.calls("listTags")).isEqualTo(1);
    }

    @Test
    void whoIsCutOffByTheDeadlineDoesNotTakeTheTagsFromOthers() {
        gateway.faults("/listTags", "{\"latency\":\"PT1.3S\"}");
        CompletableFuture<JsonNode> early = gateway.askAsync(TAGS);
        eventually(() -> gateway.calls("listTags") == 1);
        sleep(Duration.ofMillis(600));

        JsonNode late = json(new GraphqlClient(address).ask(TAGS));

        assertThat(early.join().at("/errors/0/extensions/code").asText()).isEqualTo("OPERATION_TIMEOUT");
        assertThat(late.has("errors")).as(late.toString()).isFalse();
        assertThat(gateway.calls("listTags")).isEqualTo(1);
    }

    @Test
    void whoLeavesWhileSendingLeavesNothingBehind() throws IOException {
        for (int i = 0; i < 20; i++) {
            try (RawConnection line = new RawConnection(address)) {
                line.sendLines(
                        "POST /graphql HTTP/1.1\nHost: gateway\nContent-Type: application/json\nContent-Length: 100\n\n{");
            }
        }
        assertThat(gateway.ask("{ __typename }", Map.of()).has("errors")).isFalse();
    }

    private static byte[] post(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return ("POST /graphql HTTP/1.1\r\nHost: gateway\r\nContent-Type: application/json\r\nContent-Length: "
                        + bytes.length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
