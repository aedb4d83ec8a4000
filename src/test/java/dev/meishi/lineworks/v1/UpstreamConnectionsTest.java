package dev.meishi.lineworks.v1;

import static dev.meishi.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.lineworks.LineWorks;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections to LINE WORKS are as many as configured, used again, and given up when nobody needs them. */
@QuarkusTest
@Timeout(60)
class UpstreamConnectionsTest {

    private static final int LATENCY_MILLIS = 100;

    @Inject
    Upstream upstream;

    @Inject
    Vertx vertx;

    private final List<HttpConnection> connections = new CopyOnWriteArrayList<>();
    private final List<HttpConnection> closed = new CopyOnWriteArrayList<>();
    private final List<HttpConnection> asked = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private io.vertx.core.http.HttpServer server;

    private boolean isSecondCallCut;

    @BeforeEach
    void listen() {
        server = vertx.createHttpServer()
                .connectionHandler(connection -> {
                    connections.add(connection);
                    connection.closeHandler(gone -> closed.add(connection));
                })
                .requestHandler(this::answer)
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void stop() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aConnectionIsUsedAgain() {
        LineWorks there = there(50, Duration.ofSeconds(30));
        for (int i = 0; i < 5; i++) {
            Calls.list(there);
        }

        assertThat(asked).hasSize(5);
        assertThat(connections).hasSize(1);
    }

    @Test
    void thereAreNoMoreThanConfiguredAndCallsBeyondWait() {
        LineWorks there = there(3, Duration.ofSeconds(30));
        Uni.join()
                .all(Stream.generate(() -> there.contacts(
                                Calls.everything("connections"), Calls.FIRST_TEN, Calls.CONTACT, Calls.ledger()))
                        .limit(10)
                        .toList())
                .andFailFast()
                .await()
                .atMost(Duration.ofSeconds(10));

        assertThat(asked).hasSize(10);
        assertThat(connections).hasSize(3);
    }

    @Test
    void anIdleOneIsClosedAfterTheTimeConfiguredAndNotBefore() throws InterruptedException {
        LineWorks there = there(50, Duration.ofSeconds(2));
        Calls.list(there);
        Thread.sleep(1200);
        assertThat(closed).isEmpty();
        Calls.list(there);
        assertThat(connections).hasSize(1);

        eventually(() -> !closed.isEmpty());
        assertThat(closed).hasSize(1);

        Calls.list(there);
        assertThat(connections).hasSize(2);
    }

    @Test
    void oneThatWasClosedWhileIdleIsReplaced() throws InterruptedException {
        LineWorks there = there(50, Duration.ofSeconds(30));
        Calls.list(there);
        connections.get(0).close();
        Thread.sleep(200);

        Calls.list(there);

        assertThat(asked).hasSize(2);
        assertThat(connections).hasSize(2);
    }

    @Test
    void oneThatIsClosedAsTheCallSetsOutFailsNobody() {
        LineWorks there = there(50, Duration.ofSeconds(30));
        Calls.list(there);
        isSecondCallCut = true;

        Calls.list(there);

        assertThat(asked).hasSize(3);
        assertThat(connections).hasSize(2);
    }

    private LineWorks there(int maxConnections, Duration keepAlive) {
        URI address = URI.create("http://localhost:" + server.actualPort());
        return upstream.with(
                upstream.elsewhere(address).connections(maxConnections).keepingAlive(keepAlive));
    }

    private void answer(HttpServerRequest request) {
        boolean isSecond = asked.contains(request.connection());
        asked.add(request.connection());
        if (isSecond && isSecondCallCut) {
            request.connection().close();
            return;
        }
        vertx.setTimer(
                LATENCY_MILLIS,
                late -> request.response()
                        .putHeader("Content-Type", "application/json")
                        .end("{\"contacts\":[]}"));
    }
}
