package dev.meishi.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.wire.RawConnection;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.impl.VertxBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of any size arrive whole, and what a caller does not read is neither kept outside of the heap nor for long. */
@Tag("waiting")
@Timeout(60)
class DeliveryTest {

    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final int LARGE = 16 << 20;
    /** What the system takes of it on its own account, on both sides. */
    private static final int SYSTEM = 1 << 20;

    /** Its server is not guarded, which takes a configuration. */
    private final Vertx vertx = new VertxBuilder(new VertxOptions().setPreferNativeTransport(true))
            .serviceProviders(List.of())
            .init()
            .vertx();

    private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    /** What became of a delivery, and when. */
    private record Outcome(HttpServerResponse response, Future<Void> over, Duration taken) {}

    @BeforeEach
    void listen() throws Exception {
        HttpServerOptions options = new HttpServerOptions().setSendBufferSize(64 << 10);
        server = get(
                vertx.createHttpServer(options).requestHandler(this::deliver).listen(0, "localhost"));
    }

    @AfterEach
    void stop() throws Exception {
        get(vertx.close());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65_536, 65_537, 131_072, 16_777_216})
    void anAnswerArrivesWholeWhateverItsSize(int size) throws Exception {
        for (int i = 0; i < 2; i++) {
            HttpClientResponse response = get(vertx.createHttpClient()
                    .request(HttpMethod.GET, server.actualPort(), "localhost", "/" + size)
                    .compose(request ->
                            request.send().compose(answer -> answer.body().map(answer))));

            assertThat(response.getHeader("content-length")).isEqualTo(String.valueOf(size));
            assertThat(get(response.body())).isEqualTo(body(size));
            assertThat(outcome().over().succeeded()).isTrue();
        }
    }

    @Test
    void aConnectionServesOnAfterALargeAnswerAndAfterOnesWithoutTheirBody() throws IOException {
        try (RawConnection client = new RawConnection(server.actualPort())) {
            assertThat(client.send(head("GET", 200_000)).answer()).endsWith("x".repeat(200_000));
            assertThat(client.send(head("HEAD", 200_000)).head()).contains("content-length: 200000");
            assertThat(client.send(head("GET", 10)).answer()).endsWith("\r\n\r\nxxxxxxxxxx");
        }
    }

    @Test
    void whoReadsNothingIsCutAndHasTakenNoMoreThanTheSystemHolds() throws Exception {
        try (Socket idle = reader()) {
            idle.getOutputStream().write(head("GET", LARGE).getBytes(StandardCharsets.US_ASCII));

            Outcome outcome = outcome();

            assertThat(outcome.over().failed()).isTrue();
            assertThat(outcome.taken()).isBetween(LONGEST.minusMillis(50), LONGEST.plusSeconds(1));
            assertThat(outcome.response().bytesWritten()).isLessThan(SYSTEM);
        }
    }

    @Test
    void whoReadsTooSlowlyIsCutHoweverSteadily() throws Exception {
        try (Socket slow = reader()) {
            slow.getOutputStream().write(head("GET", LARGE).getBytes(StandardCharsets.US_ASCII));
            int read = 0;
            while (outcomes.isEmpty()) {
                read += slow.getInputStream().readNBytes(10_000).length;
                Thread.sleep(20);
            }

            Outcome outcome = outcome();

            assertThat(outcome.over().failed()).isTrue();
            assertThat(outcome.taken()).isLessThan(LONGEST.plusSeconds(1));
            assertThat(outcome.response().bytesWritten()).isLessThan(read + SYSTEM);
        }
    }

    @Test
    void whoIsSlowButInTimeHasItAll() throws Exception {
        try (RawConnection slow = new RawConnection(reader())) {
            slow.send(head("GET", LARGE / 32));
            Thread.sleep(LONGEST.toMillis() / 2);

            assertThat(slow.answer()).endsWith("x".repeat(LARGE / 32));
            assertThat(outcome().over().succeeded()).isTrue();
        }
    }

    @Test
    void whoLeavesEndsTheDeliveryAtOnce() throws Exception {
        try (Socket leaving = reader()) {
            leaving.getOutputStream().write(head("GET", LARGE).getBytes(StandardCharsets.US_ASCII));
            leaving.getInputStream().readNBytes(1000);
        }

        Outcome outcome = outcome();

        assertThat(outcome.over().failed()).isTrue();
        assertThat(outcome.taken()).isLessThan(LONGEST.dividedBy(2));
    }

    private void deliver(HttpServerRequest request) {
        long start = System.nanoTime();
        Buffer body = body(Integer.parseInt(request.uri().substring(1)));
        Future<Void> over = Delivery.of(vertx, request, body, LONGEST, GuardedServer.readers());
        over.onComplete(ended ->
                outcomes.add(new Outcome(request.response(), over, Duration.ofNanos(System.nanoTime() - start))));
    }

    private Outcome outcome() throws InterruptedException {
        Outcome outcome = outcomes.poll(20, TimeUnit.SECONDS);
        assertThat(outcome).as("the end of a delivery").isNotNull();
        return outcome;
    }

    private Socket reader() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(64 << 10);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.actualPort()));
        return socket;
    }

    private static String head(String method, int size) {
        return method + " /" + size + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    private static Buffer body(int size) {
        return Buffer.buffer("x".repeat(size));
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
