package dev.meishi.lineworks.v1;

import static dev.meishi.Eventually.within;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.Gateway;
import dev.meishi.connection.PageRequest;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.http.JsonBody;
import dev.meishi.relay.DetailQueries;
import dev.meishi.relay.GlobalId;
import dev.meishi.relay.NodeSource;
import io.quarkus.arc.All;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who goes away takes the calls with him: those in flight are aborted, those that wait are never made. */
@QuarkusTest
@Timeout(60)
class CancellationTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration A_WHILE = Duration.ofMillis(300);
    private static final PageRequest PAGE = new PageRequest(1, 10);
    private static final String HANGING = "{\"hang\":1}";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @Inject
    LineWorks lineWorks;

    @Inject
    @All
    List<NodeSource> sources;

    @Inject
    Upstream upstream;

    @SuppressWarnings("NullAway.Init")
    private Gateway gateway;

    @BeforeEach
    void startAfresh() {
        gateway = new Gateway(address);
        gateway.reset();
    }

    @AfterEach
    void leaveNoFaults() {
        gateway.reset();
    }

    static Stream<Arguments> operations() {
        return Stream.of(
                operation(
                        "listContacts",
                        there -> there.contacts(Calls.everything("1"), PAGE, Calls.CONTACT, Calls.ledger())),
                operation("getContact", there -> there.contact("1", "any", Calls.CONTACT, Calls.ledger())),
                operation("listTags", there -> there.tags("1", Calls.ledger())),
                operation(
                        "listPrivateContacts",
                        there -> there.privateContacts("account2@example.com", PAGE, Calls.ledger())));
    }

    private static Arguments operation(String name, Function<LineWorks, Uni<?>> call) {
        return Arguments.of(name, call);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void aCallInFlightIsAborted(String operation, Function<LineWorks, Uni<?>> call) throws InterruptedException {
        for (String fault : List.of(HANGING, "{\"latency\":\"PT5S\"}")) {
            gateway.reset();
            gateway.faults("/" + operation, fault);

            Cancellable caller = start(call.apply(lineWorks));
            within(PATIENCE, () -> gateway.calls(operation) == 1);
            caller.cancel();

            within(AT_ONCE, () -> gateway.abandoned(operation) == 1);
        }
    }

    @Test
    void aCallThatIsCancelledAtOnceLeavesItsConnectionToOthers() throws InterruptedException {
        LineWorks narrow = withConnections(1);

        for (int i = 0; i < 5; i++) {
            start(narrow.contact("1", "any", Calls.CONTACT, Calls.ledger())).cancel();
            assertThat(narrow.contact("1", "any", Calls.CONTACT, Calls.ledger())
                            .await()
                            .atMost(AT_ONCE))
                    .isEmpty();
        }
    }

    @Test
    void aCallThatWaitsForAConnectionIsNeverMadeAndTakesNone() throws InterruptedException {
        LineWorks narrow = withConnections(1);
        gateway.faults("/listTags", HANGING);

        Cancellable inFlight = start(narrow.tags("1", Calls.ledger()));
        within(PATIENCE, () -> gateway.calls("listTags") == 1);
        List<Cancellable> waiting = Stream.generate(
                        () -> start(narrow.contact("1", "any", Calls.CONTACT, Calls.ledger())))
                .limit(5)
                .toList();
        Thread.sleep(A_WHILE.toMillis());
        waiting.forEach(Cancellable::cancel);
        inFlight.cancel();

        assertThat(narrow.contacts(Calls.everything("1"), PAGE, Calls.CONTACT, Calls.ledger())
                        .await()
                        .atMost(AT_ONCE)
                        .items())
                .hasSize(10);
        assertThat(gateway.calls("getContact")).isZero();
    }

    @Test
    void anAnswerThatIsBeingReceivedIsCutOff() throws IOException, InterruptedException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            LineWorks slow = upstream.at(URI.create("http://localhost:" + server.getLocalPort()));
            Cancellable caller = start(slow.contact("1", "any", Calls.CONTACT, Calls.ledger()));
            try (Socket connection = server.accept()) {
                readHead(connection);
                connection
                        .getOutputStream()
                        .write(
                                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"resource"
                                        .getBytes(StandardCharsets.US_ASCII));
                Thread.sleep(A_WHILE.toMillis());
                caller.cancel();

                connection.setSoTimeout((int) AT_ONCE.toMillis());
                assertThat(isClosed(connection)).isTrue();
            }
        }
    }

    @Test
    void ofAListInPartsNoFurtherPartIsAskedFor() {
        List<UniEmitter<? super RestResponse<TagListPayload>>> parts = new ArrayList<>();
        LineWorks inParts = upstream.through(new TagsInParts(parts));

        Cancellable caller = start(inParts.tags("1", Calls.ledger()));
        parts.get(0).complete(part("second"));
        assertThat(parts).hasSize(2);
        caller.cancel();
        parts.get(1).complete(part("third"));

        assertThat(parts).hasSize(2);
    }

    @Test
    void ofAHundredNodesNoMoreAreAskedFor() throws InterruptedException {
        gateway.faults("/getContact", HANGING);

        Cancellable caller = start(DetailQueries.of(sources).nodes(ids(100)));
        // One place of the 20 is left to others where there were others.
        within(PATIENCE, () -> gateway.calls("getContact") >= 19);
        caller.cancel();

        within(AT_ONCE, () -> gateway.abandoned("getContact") == gateway.calls("getContact"));
        Thread.sleep(A_WHILE.toMillis());
        assertThat(gateway.calls("getContact")).isBetween(19, 20);
    }

    @Test
    void ofAHundredNodesCancelledAtOnceAtMostTheFirstAreAskedFor() throws InterruptedException {
        gateway.faults("/getContact", HANGING);

        start(DetailQueries.of(sources).nodes(ids(100))).cancel();

        Thread.sleep(A_WHILE.toMillis());
        within(AT_ONCE, () -> gateway.abandoned("getContact") == gateway.calls("getContact"));
        assertThat(gateway.calls("getContact")).isLessThanOrEqualTo(20);
    }

    private LineWorks withConnections(int max) {
        return upstream.with(upstream.elsewhere(address).connections(max));
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new GlobalId("Contact", "1", "none-" + i).encode())
                .toList();
    }

    private static Cancellable start(Uni<?> work) {
        UniAssertSubscriber<Object> subscriber = UniAssertSubscriber.create();
        work.onItem().castTo(Object.class).subscribe().withSubscriber(subscriber);
        return subscriber::cancel;
    }

    private static void readHead(Socket connection) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
        String line = in.readLine();
        while (line != null && !line.isEmpty()) {
            line = in.readLine();
        }
    }

    private static boolean isClosed(Socket connection) throws IOException {
        try {
            return connection.getInputStream().read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    private static RestResponse<TagListPayload> part(String nextCursor) {
        return RestResponse.ok(
                new TagListPayload(List.of(), new TagListPayload.ResponseMetaData(nextCursor), null, null));
    }

    /** An API that notes the calls for tags and leaves their answers to the test. */
    private record TagsInParts(List<UniEmitter<? super RestResponse<TagListPayload>>> asked) implements LineWorksV1Api {

        @Override
        public Uni<RestResponse<TagListPayload>> tags(
                String authorization, String url, int count, @Nullable String cursor) {
            return Uni.createFrom().emitter(asked::add);
        }

        @Override
        public Uni<RestResponse<JsonBody>> contacts(
                String authorization, String apiId, String domainId, Map<String, String> parameters) {
            throw new AssertionError("tags need no contacts");
        }

        @Override
        public Uni<RestResponse<JsonBody>> contact(
                String authorization, String apiId, String domainId, String resourceId) {
            throw new AssertionError("tags need no contacts");
        }

        @Override
        public Uni<RestResponse<PrivateContactListPayload>> privateContacts(
                String authorization, String apiId, String targetMemberEmail, int pageIndex, int pagePerLength) {
            throw new AssertionError("tags need no contacts");
        }
    }
}
