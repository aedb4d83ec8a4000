package dev.meishi.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.http.GuardedServer.Through;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("dev.meishi.http.GuardedServer$Through#available")
class AcceptorTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @Parameter
    @SuppressWarnings("NullAway.Init")
    Through through;

    @SuppressWarnings("NullAway.Init")
    private GuardedServer server;

    @BeforeEach
    void start() {
        ConnectionLimits limits = new ConnectionLimits(Duration.ofMinutes(1), 3);
        server = new GuardedServer(through, limits, Duration.ZERO, new HttpServerOptions());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aConnectionBeyondTheLimitIsClosedWhateverTheOthersAreAt() throws IOException {
        try (RawClient silent = server.connect();
                RawClient begun = server.connect();
                RawClient between = server.connect()) {
            begun.send("GET / HT");
            assertThat(between.send(GET).answer()).startsWith("HTTP/1.1 200");

            for (int i = 0; i < 3; i++) {
                try (RawClient refused = server.connect()) {
                    assertThat(refused.isCutWithin(SECOND)).isTrue();
                }
            }
            assertThat(between.send(GET).answer()).startsWith("HTTP/1.1 200");
            assertThat(begun.send("TP/1.1\r\nHost: localhost\r\n\r\n").answer()).startsWith("HTTP/1.1 200");
            assertThat(silent.send(GET).answer()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aClosedConnectionMakesRoomForAnother() throws Exception {
        for (int i = 0; i < 10; i++) {
            try (RawClient one = server.connect();
                    RawClient two = server.connect()) {
                assertThat(one.send(GET).answer()).startsWith("HTTP/1.1 200");
                assertThat(two.send("GET").isCutWithin(Duration.ofMillis(50))).isFalse();
            }
            Thread.sleep(50);
        }
    }
}
