package dev.meishi.server;

import static dev.meishi.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.wire.RawConnection;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("waiting")
class AcceptorTest extends OnEachTransport {

    private static final Duration A_MOMENT = Duration.ofMillis(50);
    private static final Duration LATENCY = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(10);

    @Test
    void aConnectionBeyondTheLimitTakesThePlaceOfTheLongestIdle() throws IOException {
        start(3, Integer.MAX_VALUE);
        try (RawConnection first = connect();
                RawConnection second = connect();
                RawConnection third = connect()) {
            assertThat(second.send(GET).answer()).startsWith("HTTP/1.1 200");
            assertThat(third.send(GET).answer()).startsWith("HTTP/1.1 200");
            assertThat(first.send(GET).answer()).startsWith("HTTP/1.1 200");

            try (RawConnection fourth = connect();
                    RawConnection fifth = connect()) {
                assertThat(fourth.send(GET).answer()).startsWith("HTTP/1.1 200");
                assertThat(second.isCutWithin(LONG)).isTrue();
                assertThat(fifth.send(GET).answer()).startsWith("HTTP/1.1 200");
                assertThat(third.isCutWithin(LONG)).isTrue();
                assertThat(first.send(GET).answer()).startsWith("HTTP/1.1 200");
                assertThat(fourth.send(GET).answer()).startsWith("HTTP/1.1 200");
            }
        }
    }

    @Test
    void aConnectionWithoutARequestGivesWayHoweverMuchOfAHeadItHasSent() throws IOException {
        start(3, Integer.MAX_VALUE);
        try (RawConnection silent = connect();
                RawConnection begun = connect();
                RawConnection other = connect()) {
            begun.send("GET / HT");
            for (int i = 0; i < 6; i++) {
                try (RawConnection next = connect()) {
                    assertThat(next.send(GET).answer()).startsWith("HTTP/1.1 200");
                }
            }
            assertThat(silent.isCutWithin(LONG)).isTrue();
            assertThat(begun.isCutWithin(LONG)
                            || other.send(GET).answer().startsWith("HTTP/1.1 200")
                            || other.isCutWithin(LONG))
                    .isTrue();
        }
    }

    @Test
    void whereAllAreInUseAConnectionBeyondTheLimitIsRefusedAndNoneOfThemCut() throws IOException {
        start(2, Integer.MAX_VALUE);
        try (RawConnection body = connect();
                RawConnection answer = connect()) {
            body.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nab");
            answer.send(SLOW);
            assertThat(answer.isCutWithin(A_MOMENT)).isFalse();

            try (RawConnection refused = connect()) {
                assertThat(refused.isCutWithin(LONG)).isTrue();
            }
            assertThat(body.send("c").answer()).startsWith("HTTP/1.1 200").endsWith("3");
            assertThat(answer.answer()).startsWith("HTTP/1.1 200").endsWith("late");
            assertThat(answer.send(GET).answer()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void oneAddressHasNoMoreThanItsShareAndTakesNobodyElsesPlace() throws IOException {
        start(10, 2);
        try (RawConnection other = new RawConnection(socket("127.0.0.2"));
                RawConnection first = connect();
                RawConnection second = connect()) {
            assertThat(other.send(GET).answer()).startsWith("HTTP/1.1 200");
            assertThat(first.send(GET).answer()).startsWith("HTTP/1.1 200");
            assertThat(second.send(GET).answer()).startsWith("HTTP/1.1 200");
            try (RawConnection third = connect()) {
                assertThat(third.send(GET).answer()).startsWith("HTTP/1.1 200");
                assertThat(first.isCutWithin(LONG)).isTrue();
                assertThat(second.send(GET).answer()).startsWith("HTTP/1.1 200");
                assertThat(other.send(GET).answer()).startsWith("HTTP/1.1 200");
            }
        }
    }

    @Test
    void anotherServerHasPlacesOfItsOwn() throws IOException {
        start(1, Integer.MAX_VALUE);
        int management = server.another();
        try (RawConnection caller = connect();
                RawConnection probe = new RawConnection(management)) {
            caller.send(SLOW);
            assertThat(probe.send(GET).answer()).startsWith("HTTP/1.1 200");
            assertThat(caller.answer()).startsWith("HTTP/1.1 200").endsWith("late");
        }
    }

    @Test
    void manyThatComeAtOnceAreServedOverFewPlaces() throws Exception {
        start(16, Integer.MAX_VALUE);
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                answers.add(callers.submit(() -> {
                    RawConnection client = connect();
                    return client.send(GET).answer();
                }));
            }
            for (Future<String> answer : answers) {
                assertThat(answer.get()).startsWith("HTTP/1.1 200");
            }
        } finally {
            callers.shutdownNow();
        }
    }

    /** As soon as the server knows of it: until then the two that were closed may still have their places. */
    @Test
    void aClosedConnectionMakesRoomForAnother() {
        start(2, 2);
        for (int i = 0; i < 10; i++) {
            eventually(this::areBothServed);
        }
    }

    /** Whether there is room for one connection that is answered and one that keeps its place by half a body. */
    private boolean areBothServed() {
        try (RawConnection one = connect();
                RawConnection two = connect()) {
            return one.send(GET).answer().startsWith("HTTP/1.1 200")
                    && !two.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nab")
                            .isCutWithin(A_MOMENT);
        } catch (IOException refused) {
            return false;
        }
    }

    private void start(int connections, int ofAnAddress) {
        start(
                new ConnectionLimits(Duration.ofMinutes(1), connections, ofAnAddress, new HttpServerOptions()),
                LATENCY,
                new HttpServerOptions());
    }

    /** Loopback has more than one address. */
    private Socket socket(String from) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.port(), InetAddress.getByName(from), 0);
    }
}
