package dev.meishi.http;

import static dev.meishi.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meishi.Running;
import dev.meishi.wire.RawConnection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What SIGTERM does to those who are connected to what is shipped: nothing that was accepted is lost. */
@Timeout(120)
class ShutdownIT {

    private static final String QUERY = "{\"query\":\"{ contacts(first: 1) { nodes { resourceId } } }\"}";

    /** A gateway and, in a process of its own, the LINE WORKS that it calls to the last. */
    private record Pair(Running lineWorks, Running gateway) implements AutoCloseable {

        static Pair of(String latency, String... settings) throws Exception {
            Running lineWorks = Running.of(
                    "-Dmeishi.sandbox.enabled=true",
                    "-Dmeishi.sandbox.contacts=20000",
                    "-Dmeishi.sandbox.faults.latency=" + latency);
            try {
                List<String> all = new ArrayList<>(List.of(
                        "-Dmeishi.upstream.url=http://localhost:" + lineWorks.port(),
                        "-Dmeishi.upstream.api-id=sandbox",
                        "-Dmeishi.upstream.domain-id=1",
                        "-Dmeishi.upstream.consumer-key=sandbox-consumer-key",
                        "-Dmeishi.upstream.server-token=sandbox-server-token"));
                all.addAll(List.of(settings));
                return new Pair(lineWorks, Running.of(all.toArray(new String[0])));
            } catch (Exception failed) {
                lineWorks.close();
                throw failed;
            }
        }

        RawConnection client() throws IOException {
            return new RawConnection(gateway.port());
        }

        @Override
        public void close() {
            gateway.close();
            lineWorks.close();
        }
    }

    @Test
    void readinessGoesDownWhileItServesOnAndEachAnswerEndsItsConnection() throws Exception {
        try (Pair pair = Pair.of("PT0S", "-Dmeishi.shutdown.delay=4s");
                RawConnection kept = pair.client();
                RawConnection idle = pair.client()) {
            assertThat(kept.send(post()).answer()).startsWith("HTTP/1.1 200").doesNotContainIgnoringCase("connection:");
            assertThat(idle.send(get("/graphql/schema.graphql")).answer()).startsWith("HTTP/1.1 200");
            pair.gateway.terminate();
            eventually(() -> pair.gateway.operator().status("/q/health/ready") != 200);

            assertThat(pair.gateway.operator().status("/q/health/ready")).isEqualTo(503);
            assertThat(pair.gateway.operator().status("/q/health/live")).isEqualTo(200);
            assertThat(kept.send(post()).answer()).startsWith("HTTP/1.1 200").containsIgnoringCase("connection: close");
            assertThat(kept.isEnded()).isTrue();
            for (String request :
                    List.of(post(), get("/no/such/path"), get("/graphql?query=%7B__typename%7D"), get("/graphql"))) {
                try (RawConnection late = pair.client()) {
                    assertThat(late.send(request).answer()).containsIgnoringCase("connection: close");
                    assertThat(late.isEnded()).isTrue();
                }
            }
            assertThat(pair.gateway.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(idle.isEnded()).isTrue();
        }
    }

    @Test
    void whatIsUnderWayIsAnsweredAfterNoMoreConnectionsAreAccepted() throws Exception {
        try (Pair pair = Pair.of("PT3S", "-Dmeishi.shutdown.delay=500ms");
                RawConnection slow = pair.client();
                RawConnection body = pair.client()) {
            slow.send(post());
            body.send(post().substring(0, post().length() - 10));
            Thread.sleep(200);
            pair.gateway.terminate();
            eventually(() -> isRefused(pair.gateway.port()));

            assertThat(pair.gateway.process().isAlive()).as(pair.gateway::state).isTrue();
            body.send(post().substring(post().length() - 10));
            for (RawConnection client : List.of(slow, body)) {
                assertThat(client.answer())
                        .startsWith("HTTP/1.1 200")
                        .containsIgnoringCase("connection: close")
                        .contains("resourceId");
                assertThat(client.isEnded()).isTrue();
            }
            assertThat(pair.gateway.process().waitFor(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void anExportEndsWithItsCheckpointAndGoesOnFromThereElsewhere() throws Exception {
        try (Pair pair = Pair.of("PT0.4S", "-Dmeishi.shutdown.delay=0s")) {
            URI export = URI.create("http://localhost:" + pair.gateway.port() + "/export/contacts.ndjson");
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(export.toURL().openStream(), StandardCharsets.UTF_8))) {
                JsonNode line = read(lines);
                JsonNode checkpoint = line;
                pair.gateway.terminate();
                int contacts = 0;
                while (!line.has("error") && !line.has("end")) {
                    contacts += line.has("contact") ? 1 : 0;
                    checkpoint = line.has("checkpoint") ? line : checkpoint;
                    line = read(lines);
                }
                assertThat(line.at("/error/code").asText()).isEqualTo("SHUTTING_DOWN");
                assertThat(line.at("/error/retryable").asBoolean()).isTrue();
                assertThat(line.path("checkpoint")).isEqualTo(checkpoint.path("checkpoint"));
                assertThat(checkpoint.path("contacts").asInt()).isEqualTo(contacts);
                assertThat(lines.readLine()).isNull();
            }
            assertThat(pair.gateway.process().waitFor(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aPhotoThatIsBeingSentIsSentToItsEnd() throws Exception {
        try (Running gateway = Running.of(
                "-Dmeishi.sandbox.enabled=true",
                "-Dmeishi.upstream.api=2.0",
                "-Dmeishi.photos.max-size=1G",
                "-Dmeishi.photos.timeout=1m",
                "-Dmeishi.shutdown.delay=0s",
                "-Dmeishi.shutdown.timeout=1m")) {
            gateway.gateway().sandbox("PUT", "/sandbox/2.0/readings", "{\"photo\":\"HUGE\"}");
            HttpURLConnection photo = photo(gateway);
            try (InputStream body = photo.getInputStream()) {
                assertThat(body.read()).isEqualTo(0x89);
                gateway.terminate();
                eventually(() -> isRefused(gateway.port()));
                assertThat(gateway.process().isAlive()).as(gateway::state).isTrue();
                body.skipNBytes(photo.getContentLengthLong() - 1);
                assertThat(body.read()).isEqualTo(-1);
            }
            assertThat(gateway.process().waitFor(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** The first contact's that has one. */
    private static HttpURLConnection photo(Running gateway) throws IOException {
        JsonNode contacts = gateway.gateway()
                .ask("{ contacts(first: 30) { nodes { photoUrl } } }", Map.of())
                .at("/data/contacts/nodes");
        for (JsonNode contact : contacts) {
            URI url = URI.create("http://localhost:" + gateway.port())
                    .resolve(contact.path("photoUrl").asText());
            HttpURLConnection photo = (HttpURLConnection) url.toURL().openConnection();
            if (photo.getResponseCode() == 200) {
                return photo;
            }
        }
        throw new AssertionError(contacts.toString());
    }

    @Test
    void aSocketIsClosedAsGoingAwayOnceItsOperationIsAnswered() throws Exception {
        try (Pair pair = Pair.of("PT1S", "-Dmeishi.shutdown.delay=0s", "-Dmeishi.websocket.enabled=true")) {
            URI address = URI.create("http://localhost:" + pair.gateway.port());
            Socket idle = new Socket(address, "graphql-transport-ws", null).initialised();
            Socket busy = new Socket(address, "graphql-transport-ws", null).initialised();
            busy.subscribe("a", "{ contacts(first: 1) { nodes { resourceId } } }");
            Thread.sleep(200);
            pair.gateway.terminate();

            assertThat(idle.closeStatus()).isEqualTo(1001);
            assertThat(busy.next().path("type").asText()).isEqualTo("next");
            assertThat(busy.next().path("type").asText()).isEqualTo("complete");
            assertThat(busy.closeStatus()).isEqualTo(1001);
            assertThat(pair.gateway.process().waitFor(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static JsonNode read(BufferedReader lines) throws IOException {
        return new ObjectMapper().readTree(lines.readLine());
    }

    private static boolean isRefused(int port) {
        try {
            new RawConnection(port).close();
            return false;
        } catch (IOException refused) {
            return refused instanceof ConnectException;
        }
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    private static String post() {
        return "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + QUERY.length() + "\r\n\r\n" + QUERY;
    }
}
