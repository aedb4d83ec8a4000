package dev.meishi.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.wire.RawConnection;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/1.1 over a plain connection, on a server that takes HTTP/2 in clear text as well and on one that does not. */
@Tag("waiting")
class HeadDeadlineTest extends OnEachTransport {

    private static final Duration TIMEOUT = Duration.ofMillis(400);
    private static final Duration LONGER = TIMEOUT.multipliedBy(3);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTrickledHeadIsCut(boolean isHttp2Allowed) throws IOException {
        try (RawConnection client = client(isHttp2Allowed)) {
            assertThat(client.trickle(POST, LONGER)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aHeadThatStopsHalfWayIsCut(boolean isHttp2Allowed) throws IOException {
        try (RawConnection client = client(isHttp2Allowed)) {
            assertThat(client.send("GET / HT").isCutWithin(LONGER)).isTrue();
        }
    }

    @Test
    void aHeadInPiecesInTimeIsAnsweredAndNoLaterBodyOrAnswerCut() throws IOException {
        try (RawConnection client = client(true)) {
            client.send(POST.substring(0, 9));
            assertThat(client.isCutWithin(TIMEOUT.dividedBy(4))).isFalse();
            client.send(POST.substring(9));
            assertThat(client.trickle(BODY.substring(1), LONGER)).isTrue();
            assertThat(client.send("!").answer()).startsWith("HTTP/1.1 200").endsWith("50");
            client.send(SLOW.substring(0, 9));
            assertThat(client.isCutWithin(TIMEOUT.dividedBy(4))).isFalse();
            assertThat(client.send(SLOW.substring(9)).answer())
                    .startsWith("HTTP/1.1 200")
                    .endsWith("late");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLaterHeadOfTheSameConnectionIsCutToo(boolean isHttp2Allowed) throws IOException {
        try (RawConnection client = client(isHttp2Allowed)) {
            assertThat(client.send(LONG_GET).answer()).startsWith("HTTP/1.1 200");
            assertThat(client.send(POST + BODY).answer()).startsWith("HTTP/1.1 200");
            assertThat(client.trickle(LONG_GET, LONGER)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConnectionOnWhichNothingIsSaidIsCut(boolean isHttp2Allowed) throws IOException {
        try (RawConnection client = client(isHttp2Allowed)) {
            assertThat(client.isCutWithin(LONGER)).isTrue();
        }
    }

    @Test
    void theFirstHeadHasTheTimeFromTheConnectionsOpening() throws IOException {
        Duration timeout = TIMEOUT.multipliedBy(4);
        try (RawConnection client = client(true, timeout)) {
            assertThat(client.isCutWithin(timeout.dividedBy(2))).isFalse();
            assertThat(client.send("GET / HT")
                            .isCutWithin(timeout.multipliedBy(3).dividedBy(4)))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConnectionBetweenRequestsIsLeftAlone(boolean isHttp2Allowed) throws IOException {
        try (RawConnection client = client(isHttp2Allowed)) {
            assertThat(client.send(LONG_GET).answer()).startsWith("HTTP/1.1 200");
            assertThat(client.isCutWithin(LONGER)).isFalse();
            assertThat(client.send(LONG_GET).answer()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredAndTheHeadAfterThemIsCut() throws IOException {
        try (RawConnection client = client(true)) {
            client.send(LONG_GET + SLOW + POST + BODY + SLOW + LONG_GET);
            for (String end : new String[] {"0", "late", "50", "late", "0"}) {
                assertThat(client.answer()).startsWith("HTTP/1.1 200").endsWith(end);
            }
            assertThat(client.isCutWithin(LONGER)).isFalse();
            assertThat(client.trickle(LONG_GET, LONGER)).isFalse();
        }
    }

    @Test
    void anAnswerOnItsWayIsNotCutForTheHeadThatFollows() throws IOException {
        try (RawConnection client = client(true)) {
            assertThat(client.send(SLOW).isCutWithin(TIMEOUT.dividedBy(4))).isFalse();
            assertThat(client.send("GET / HT").answer())
                    .startsWith("HTTP/1.1 200")
                    .endsWith("late");
            assertThat(client.isCutWithin(LONGER)).isTrue();
        }
    }

    @Test
    void aBodyOfMegabytesInChunksIsTakenAndTheNextHeadIsCut() throws IOException {
        try (RawConnection client = client(true)) {
            client.send("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (int i = 0; i < 64; i++) {
                client.send("10000\r\n" + "x".repeat(0x10000) + "\r\n");
            }
            assertThat(client.trickle("0\r\n\r", LONGER)).isTrue();
            assertThat(client.send("\n").answer()).startsWith("HTTP/1.1 200").endsWith("4194304");
            assertThat(client.trickle(LONG_GET, LONGER)).isFalse();
        }
    }

    @Test
    void aBodyThatIsWaitedForUntilTheServerSaysContinueIsLeftAlone() throws IOException {
        try (RawConnection client = client(true)) {
            client.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\nExpect: 100-continue\r\n\r\n");
            assertThat(client.answer()).startsWith("HTTP/1.1 100");
            assertThat(client.isCutWithin(LONGER)).isFalse();
            assertThat(client.send(BODY).answer()).startsWith("HTTP/1.1 200").endsWith("50");
        }
    }

    private RawConnection client(boolean isHttp2Allowed) throws IOException {
        return client(isHttp2Allowed, TIMEOUT);
    }

    private RawConnection client(boolean isHttp2Allowed, Duration timeout) throws IOException {
        HttpServerOptions options = new HttpServerOptions()
                .setHttp2ClearTextEnabled(isHttp2Allowed)
                .setHandle100ContinueAutomatically(true);
        start(timeout, LONGER, options);
        return connect();
    }
}
