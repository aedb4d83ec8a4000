package dev.meishi.server;

import dev.meishi.memory.Account;
import dev.meishi.memory.Memory;
import dev.meishi.memory.Share;
import dev.meishi.server.ConnectionGuard.GuardedEpoll;
import dev.meishi.server.ConnectionGuard.GuardedJdk;
import dev.meishi.wire.RawConnection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.spi.transport.Transport;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A bare server behind the guard: {@code /slow} answers late, {@code /large} much and for no longer than that, {@code /early} without waiting for a body,
 * {@code /socket} is a WebSocket that says what it is told, and any other path says how long the body was.
 */
final class GuardedServer implements AutoCloseable {

    /** Bytes of a large answer: more than sockets hold. */
    static final int LARGE = 16 << 20;

    private final Vertx vertx;
    private final HttpServer server;
    private final Duration latency;
    private final AtomicInteger connections = new AtomicInteger();

    /** What connections go through. */
    enum Through {
        JDK,
        EPOLL;

        /** All that are to be had on this machine. */
        static List<Through> available() {
            return Stream.of(values())
                    .filter(through ->
                            through.guarded(ConnectionLimits::configured).isAvailable())
                    .toList();
        }

        private Transport guarded(Supplier<ConnectionLimits> limits) {
            return this == JDK ? new GuardedJdk(limits) : new GuardedEpoll(limits);
        }
    }

    GuardedServer(Through through, ConnectionLimits limits, Duration latency, HttpServerOptions options) {
        this.latency = latency;
        vertx = new VertxBuilder(new VertxOptions())
                .serviceProviders(List.of())
                .findTransport(through.guarded(() -> limits))
                .init()
                .vertx();
        server = vertx.createHttpServer(options)
                .connectionHandler(connection -> connections.incrementAndGet())
                .requestHandler(this::answer)
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** How many connections have come so far as to ask for something. */
    int connections() {
        return connections.get();
    }

    Vertx vertx() {
        return vertx;
    }

    RawConnection connect() throws IOException {
        return new RawConnection(port());
    }

    /** Another server on the same Vert.x, and its port. */
    int another() {
        return vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    int port() {
        return server.actualPort();
    }

    URI address(String scheme, String path) {
        return URI.create(scheme + "://localhost:" + port() + path);
    }

    /** Of answers that there is memory enough for. */
    static Readers readers() {
        return new Readers(
                new Memory(Map.of(Account.ANSWERS, Share.of("100000000")), 1L << 30, new SimpleMeterRegistry()));
    }

    private void answer(HttpServerRequest request) {
        switch (String.valueOf(request.path())) {
            case "/slow" ->
                vertx.setTimer(latency.toMillis(), late -> request.response().end("late"));
            case "/large" -> Delivery.of(vertx, request, Buffer.buffer(new byte[LARGE]), latency, readers());
            case "/early" -> request.response().end("early");
            case "/socket" ->
                request.toWebSocket().onSuccess(socket -> socket.textMessageHandler(socket::writeTextMessage));
            default -> request.body().onSuccess(body -> request.response().end(String.valueOf(body.length())));
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
