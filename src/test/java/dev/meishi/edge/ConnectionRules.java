package dev.meishi.edge;

import static dev.meishi.Eventually.eventually;
import static dev.meishi.edge.Wire.JSON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meishi.wire.RawConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Callers that leave, stay for ever, or want another protocol. */
final class ConnectionRules {

    private static final int CALLS = 100;

    /** The gateway makes 20 calls at once: five rounds of this each. */
    private static final Duration LATENCY = Duration.ofMillis(400);

    private static final Duration GRACE = Duration.ofMillis(500);
    private static final Duration THE_REST = Duration.ofMillis(1700);

    private ConnectionRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule(10, "A caller that goes away is not worked for any longer.", ConnectionRules::leaving),
                new Rule(11, "A WebSocket is not open unless it is switched on.", ConnectionRules::webSocket),
                new Rule(12, "A body that comes byte by byte is cut off in time.", ConnectionRules::trickle));
    }

    private static void leaving(Wire endpoint) throws Exception {
        String query = nodes(endpoint);
        endpoint.send("DELETE", "/sandbox/calls", new byte[0]);
        endpoint.send("PUT", "/sandbox/faults/getContact", bytes(Map.of("latency", LATENCY.toMillis())), JSON);
        try {
            byte[] body = bytes(Map.of("query", query));
            try (RawConnection caller = endpoint.open("POST", "/graphql", JSON, "Content-Length: " + body.length)) {
                caller.send(body);
                await(endpoint);
            }
            Thread.sleep(GRACE.toMillis());
            int made = calls(endpoint);
            Thread.sleep(THE_REST.toMillis());

            assertThat(calls(endpoint)).as("calls once the caller was gone").isEqualTo(made);
            assertThat(made).isLessThan(CALLS);
        } finally {
            endpoint.send("DELETE", "/sandbox/faults", new byte[0]);
        }
    }

    /** A query that takes a call for each contact. */
    private static String nodes(Wire endpoint) {
        JsonNode nodes = endpoint.ask("{ contacts(first: " + CALLS + ") { nodes { id } } }")
                .executed()
                .at("/data/contacts/nodes");
        assertThat(nodes).hasSize(CALLS);
        return "{ nodes(ids: " + Wire.json(nodes.findValuesAsText("id"))
                + ") { ... on Contact { detailedName { full } } } }";
    }

    /** Until the first calls are under way. */
    private static void await(Wire endpoint) {
        eventually(() -> calls(endpoint) > 0);
    }

    private static int calls(Wire endpoint) {
        return endpoint.get("/sandbox/calls").at("/getContact").asInt();
    }

    private static void webSocket(Wire endpoint) throws IOException {
        try (RawConnection connection = endpoint.open(
                "GET",
                "/graphql",
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Origin: https://elsewhere.example",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Sec-WebSocket-Protocol: graphql-transport-ws")) {
            Answer answer = Wire.receive(connection);

            assertThat(answer.status()).isNotEqualTo(101);
            assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("FEATURE_DISABLED");
        }
    }

    private static void trickle(Wire endpoint) throws IOException {
        try (RawConnection caller = endpoint.open("POST", "/graphql", JSON, "Content-Length: 1000")) {
            Thread typist = new Thread(() -> type(caller));
            typist.start();
            Wire.receive(caller).refused(408, "REQUEST_TIMEOUT");
        }
    }

    /** A byte every now and then, until the connection is closed by either side. */
    private static void type(RawConnection caller) {
        try {
            for (int i = 0; i < 100; i++) {
                caller.send(" ");
                Thread.sleep(50);
            }
        } catch (IOException closed) {
            // That was the last one.
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] bytes(Object json) {
        return Wire.json(json).getBytes(UTF_8);
    }
}
