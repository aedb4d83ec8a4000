package dev.meishi.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.wire.RawConnection;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a connection ends and when it goes on, for answers that do not wait for the body of their request. */
@Tag("waiting")
class ExchangesTest extends OnEachTransport {

    private static final Duration A_MOMENT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final String EARLY = "POST /early HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\n";

    @BeforeEach
    void start() {
        start(LONG, Duration.ofSeconds(2), new HttpServerOptions());
    }

    @Test
    void anAnswerBeforeTheBodyAnnouncesTheCloseThatFollows() throws IOException {
        try (RawConnection client = connect()) {
            assertThat(client.send(EARLY).answer())
                    .startsWith("HTTP/1.1 200")
                    .containsIgnoringCase("connection: close")
                    .endsWith("early");
            assertThat(client.isCutWithin(LONG)).isTrue();
        }
    }

    @Test
    void whoGoesOnSendingHasTheAnswerAndIsCutAMomentLater() throws IOException {
        try (RawConnection client = connect()) {
            client.send("POST /early HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000000\r\n\r\n");
            long start = System.nanoTime();
            assertThat(client.answer())
                    .containsIgnoringCase("connection: close")
                    .endsWith("early");
            boolean isTaken = true;
            while (isTaken && System.nanoTime() - start < LONG.toNanos()) {
                try {
                    client.send(BODY);
                    Thread.sleep(10);
                } catch (IOException cut) {
                    isTaken = false;
                } catch (InterruptedException stopped) {
                    throw new IllegalStateException(stopped);
                }
            }
            assertThat(isTaken).isFalse();
        }
    }

    @Test
    void aRequestThatFollowsOnAConnectionToBeClosedIsNotServed() throws IOException {
        try (RawConnection client = connect()) {
            client.send(EARLY);
            assertThat(client.answer()).containsIgnoringCase("connection: close");
            assertThat(client.send(BODY + GET).isCutWithin(LONG)).isTrue();
        }
    }

    @Test
    void aRequestThatIsThereWholeLeavesItsConnectionOpenHoweverSoonItIsAnswered() throws IOException {
        try (RawConnection client = connect()) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.send(EARLY + BODY).answer())
                        .startsWith("HTTP/1.1 200")
                        .doesNotContainIgnoringCase("connection:")
                        .endsWith("early");
            }
            assertThat(client.send(GET).answer()).startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/early", "/"})
    void aRequestInChunksIsTheLastOfItsConnection(String path) throws IOException {
        try (RawConnection client = connect()) {
            String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
            assertThat(client.send(head + "2\r\nab\r\n0\r\n\r\n" + GET).answer())
                    .startsWith("HTTP/1.1 200")
                    .containsIgnoringCase("\r\nconnection: close\r\n");
            assertThat(client.isCutWithin(LONG)).isTrue();
        }
    }

    @Test
    void aBodyThatNobodyReadsDoesNotStopWhatFollows() throws IOException {
        try (RawConnection client = connect()) {
            String large = "POST /early HTTP/1.1\r\nHost: localhost\r\nContent-Length: 40000\r\n\r\n";
            for (int i = 0; i < 5; i++) {
                String answer = client.send(large + "x".repeat(40_000)).answer();
                assertThat(answer).endsWith("early");
                if (answer.contains("lose")) {
                    return;
                }
            }
            assertThat(client.send(GET).answer()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void pipelinedRequestsWithBodiesThatNobodyReadsAreAllAnswered() throws IOException {
        try (RawConnection client = connect()) {
            client.send((EARLY + BODY + GET).repeat(5));
            for (int i = 0; i < 5; i++) {
                assertThat(client.answer()).startsWith("HTTP/1.1 200").endsWith("early");
                assertThat(client.answer()).startsWith("HTTP/1.1 200").endsWith("0");
            }
        }
    }

    @Test
    void aPipelinedRequestIsAnsweredBeforeTheRefusalOfTheNext() throws IOException {
        try (RawConnection client = connect()) {
            client.send(SLOW + "GET / HTTP/1.1\r\n\r\n" + GET);
            assertThat(client.answer()).startsWith("HTTP/1.1 200").endsWith("late");
            assertThat(client.answer()).startsWith("HTTP/1.1 400").containsIgnoringCase("connection: close");
            assertThat(client.isCutWithin(LONG)).isTrue();
        }
    }

    @Test
    void aSlowAnswerAfterAGetIsNotCut() throws IOException {
        try (RawConnection client = connect()) {
            client.send("GET /early HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(client.answer()).endsWith("early");
            assertThat(client.isCutWithin(A_MOMENT)).isFalse();
            assertThat(client.send(SLOW).answer()).endsWith("late");
        }
    }

    @Test
    void noMoreRequestsAreTakenThanAFewWhileOneIsUnderWay() throws Exception {
        String padded = "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(8_000) + "\r\n\r\n";
        int many = 5_000;
        AtomicInteger sent = new AtomicInteger();
        try (RawConnection client = connect()) {
            client.send(SLOW);
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
                try {
                    for (int i = 0; i < many; i++) {
                        client.send(padded);
                        sent.incrementAndGet();
                    }
                } catch (IOException cut) {
                    throw new UncheckedIOException(cut);
                }
            });
            assertThat(client.answer()).endsWith("late");
            assertThat(sent.get()).as("what the system holds").isLessThan(many / 2);
            for (int i = 0; i < many; i++) {
                assertThat(client.answer()).startsWith("HTTP/1.1 200").endsWith("0");
            }
            sending.get();
        }
    }

    @Test
    void aBodyBehindManyPipelinedRequestsIsRead() throws IOException {
        try (RawConnection client = connect()) {
            client.send(GET.repeat(100) + "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\n0123");
            for (int i = 0; i < 100; i++) {
                assertThat(client.answer()).startsWith("HTTP/1.1 200").endsWith("0");
            }
            assertThat(client.send(BODY.substring(4)).answer())
                    .startsWith("HTTP/1.1 200")
                    .endsWith("50");
        }
    }
}
