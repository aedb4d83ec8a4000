package dev.meishi.http;

import static dev.meishi.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meishi.Gateway;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol {@code graphql-transport-ws}, with the limits and the deadline of HTTP. */
@QuarkusTest
@TestProfile(Hurried.class)
class WebSocketTest {

    /** None of these is one whose call another test may still be waiting for: it would be shared. */
    private static final String OTHER_QUERY = "{ contacts(first: 7) { nodes { name { full } } } }";

    private static final String SLOW_QUERY = "{ contacts(first: 9) { nodes { name { full } } } }";

    private static final String QUERY = "{ contacts(first: 1) { nodes { name { full } } } }";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @AfterEach
    void mend() {
        new Gateway(address).reset();
    }

    @Test
    void anOperationIsAnsweredAndCompleted() throws InterruptedException {
        Socket socket = open().initialised().subscribe("a", QUERY);

        JsonNode next = socket.next();
        assertThat(next.path("type").asText()).isEqualTo("next");
        assertThat(next.path("id").asText()).isEqualTo("a");
        assertThat(next.at("/payload/data/contacts/nodes/0/name/full").asText()).isNotEmpty();
        assertThat(socket.next().path("type").asText()).isEqualTo("complete");
    }

    @Test
    void whatIsRefusedByHttpIsRefusedHere() throws InterruptedException {
        StringBuilder aliases = new StringBuilder("{");
        for (int i = 0; i <= 50; i++) {
            aliases.append(" a").append(i).append(": __typename");
        }
        Socket socket = open().initialised();

        JsonNode tooMany = socket.subscribe("a", aliases + "}").next();
        assertThat(tooMany.path("type").asText()).isEqualTo("error");
        assertThat(tooMany.at("/payload/0/extensions/code").asText()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(tooMany.at("/payload/0/extensions/found").asInt()).isEqualTo(51);
        JsonNode invalid = socket.subscribe("a", "{ nope }").next();
        assertThat(invalid.at("/payload/0/extensions/code").asText()).isEqualTo("GRAPHQL_VALIDATION_FAILED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"connection_init\"}                                 | 4429",
                "{\"type\":\"nonsense\"}                                        | 4400",
                "{\"type\":\"subscribe\",\"payload\":{\"query\":\"{tags{id}}\"}}| 4400",
                "{\"type\":\"subscribe\",\"id\":\"a\"}                          | 4400",
                "no JSON                                                        | 4400",
                "[]                                                             | 4400",
                "{\"type\":\"ping\",\"type\":\"ping\"}                          | 4400",
            })
    void whatBreaksTheProtocolClosesTheSocket(String message, int status) throws InterruptedException {
        assertThat(open().initialised().send(message).closeStatus()).isEqualTo(status);
    }

    @Test
    void nothingIsDoneBeforeTheInitialisation() {
        assertThat(open().subscribe("a", QUERY).closeStatus()).isEqualTo(4401);
    }

    @Test
    void anInitialisationThatDoesNotComeClosesTheSocket() {
        long start = System.nanoTime();

        assertThat(open().closeStatus()).isEqualTo(4408);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(400), Duration.ofSeconds(4));
    }

    @Test
    void aMessageOverTheSizeOfABodyClosesTheSocket() throws InterruptedException {
        String large = "{\"type\":\"ping\",\"payload\":\"" + "x".repeat(131_072) + "\"}";

        assertThat(open().initialised().send(large).closeStatus()).isEqualTo(1009);
    }

    @Test
    void aMessageOfTheSizeOfABodyIsTakenInOneFrame() throws InterruptedException {
        String query = QUERY + " #" + "x".repeat(130_000);

        assertThat(open().initialised()
                        .subscribe("a", query)
                        .next()
                        .path("type")
                        .asText())
                .isEqualTo("next");
    }

    /** A client that sends as it likes: the frames of the JDK's own are none of the test's choice. */
    @ParameterizedTest
    @ValueSource(ints = {131_073, 1_000_000, 8_000_000})
    void aFrameOverTheSizeOfABodyClosesTheSocketWithItsStatus(int size) throws IOException {
        try (FrameClient client = new FrameClient(address)) {
            client.frame(FrameClient.TEXT, true, new byte[size]);

            assertThat(client.closeStatus()).isEqualTo(1009);
            assertThat(client.isCutWithin(Duration.ofSeconds(5))).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 60_000})
    void endlessFragmentsCloseTheSocketOnceTheyAreTooMuch(int size) throws IOException {
        try (FrameClient client = new FrameClient(address)) {
            client.text("{\"type\":\"connection_init\"}").frame(FrameClient.TEXT, false, new byte[size]);
            for (int sent = size; sent <= 131_072; sent += size) {
                client.frame(FrameClient.CONTINUATION, false, new byte[size]);
            }

            assertThat(client.closeStatus()).isEqualTo(1009);
        }
    }

    @Test
    void afterItsCloseFrameNothingIsReadAndTheConnectionEndsSoon() throws IOException {
        Gateway gateway = new Gateway(address);
        try (FrameClient client = new FrameClient(address)) {
            client.text("{\"type\":\"connection_init\"}").text("nonsense");
            assertThat(client.closeStatus()).isEqualTo(4400);
            client.text(
                    "{\"type\":\"subscribe\",\"id\":\"a\",\"payload\":{\"query\":\"{ contacts(first: 3) { nodes { id } } }\"}}");

            assertThat(client.isCutWithin(Duration.ofSeconds(5))).isTrue();
            assertThat(gateway.calls("listContacts")).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1                 | found the number 1",
                "1.5               | found the number 1.5",
                "null              | found null",
                "{}                | found an object",
                "\"\"            | found an empty one",
            })
    void anIdThatIsNoStringIsNamed(String id, String found) throws InterruptedException {
        for (String type : new String[] {"subscribe", "complete"}) {
            Socket socket = open().initialised()
                    .send("{\"type\":\"" + type + "\",\"id\":" + id + ",\"payload\":{\"query\":\"{__typename}\"}}");

            assertThat(socket.closeStatus()).isEqualTo(4400);
            assertThat(socket.reason()).isEqualTo("The id must be a string, " + found);
        }
    }

    @Test
    void aSocketWhoseAnswersAreReadLateButInTimeStaysOpen() throws Exception {
        try (FrameClient client = new FrameClient(address)) {
            client.text("{\"type\":\"connection_init\"}");
            client.text(large("a")).text(large("b"));
            Thread.sleep(500);
            client.readUntil("\"complete\"");
            client.readUntil("\"complete\"");
            Thread.sleep(2_500);

            assertThat(client.text("{\"type\":\"ping\"}").readUntil("pong")).endsWith("pong");
        }
    }

    @Test
    void aCallerThatReadsNothingIsCutOff() throws Exception {
        try (FrameClient client = new FrameClient(address)) {
            client.text("{\"type\":\"connection_init\"}");

            assertThatThrownBy(() -> {
                        for (int i = 0; i < 200; i++) {
                            client.text(large(String.valueOf(i)));
                            Thread.sleep(200);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    /** Asks for some two megabytes. */
    private static String large(String id) {
        String aliases = IntStream.range(0, 40)
                .mapToObj(i -> "a" + i + "x".repeat(100) + ": resourceId")
                .collect(Collectors.joining(" "));
        return "{\"type\":\"subscribe\",\"id\":\"" + id
                + "\",\"payload\":{\"query\":\"{ contacts(first: 500) { nodes { " + aliases + " } } }\"}}";
    }

    @Test
    void bytesCloseTheSocket() throws InterruptedException {
        assertThat(open().initialised().sendBytes((byte) 1).closeStatus()).isEqualTo(4400);
    }

    @Test
    void aPingIsAnswered() throws InterruptedException {
        assertThat(open().send("{\"type\":\"ping\"}").next().path("type").asText())
                .isEqualTo("pong");
    }

    @Test
    void anIdInUseClosesTheSocketAndStopsItsWork() throws InterruptedException {
        Gateway gateway = new Gateway(address);
        gateway.faults("", "{\"latency\":\"PT3S\"}");
        Socket socket = open().initialised().subscribe("a", OTHER_QUERY);
        eventually(() -> gateway.calls("listContacts") == 1);

        assertThat(socket.subscribe("a", QUERY).closeStatus()).isEqualTo(4409);
    }

    @Test
    void moreOperationsAtOnceThanAllowedAreRefused() throws InterruptedException {
        new Gateway(address).faults("", "{\"latency\":\"PT2S\"}");
        Socket socket = open().initialised();
        for (int i = 0; i < 3; i++) {
            socket.subscribe("op" + i, SLOW_QUERY);
        }

        JsonNode refused = socket.next();
        assertThat(refused.path("id").asText()).isEqualTo("op2");
        assertThat(refused.at("/payload/0/extensions/limit").asText()).isEqualTo("operations-at-once");
    }

    @Test
    void anOperationOverTheDeadlineIsAnsweredWithWhatIsThere() throws InterruptedException {
        new Gateway(address).faults("", "{\"latency\":\"PT4S\"}");
        JsonNode next = open().initialised()
                .subscribe("a", "{ __typename tags { name } }")
                .next();

        assertThat(next.at("/payload/data/__typename").asText()).isEqualTo("Query");
        assertThat(next.at("/payload/errors/0/extensions/code").asText()).isEqualTo("OPERATION_TIMEOUT");
    }

    @Test
    void aSocketIsNotOpenedForPagesOfOtherSites() {
        assertThatThrownBy(() -> new Socket(address, "graphql-transport-ws", "https://other.example"))
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused ->
                                assertThat(refused.getResponse().statusCode()).isEqualTo(403));
    }

    @Test
    void aSocketIsOpenedForPagesOfThisHostAndOfThoseAllowed() throws InterruptedException {
        new Socket(address, "graphql-transport-ws", "http://" + address.getAuthority()).initialised();
        new Socket(address, "graphql-transport-ws", "https://frontend.example").initialised();
    }

    private Socket open() {
        return new Socket(address, "graphql-transport-ws", null);
    }
}
