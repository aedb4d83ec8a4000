package dev.meishi.server;

import dev.meishi.server.GuardedServer.Through;
import dev.meishi.wire.RawConnection;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of a guarded server, once over each transport of this machine. The server ends with its test. */
@ParameterizedClass
@MethodSource("dev.meishi.server.GuardedServer$Through#available")
abstract class OnEachTransport {

    static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    static final String LONG_GET = "GET /a/path/that/is/some/way/from/here HTTP/1.1\r\nHost: localhost\r\n\r\n";
    static final String SLOW = "GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n";
    /** Its body is {@link #BODY}. */
    static final String POST = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\n";

    static final String BODY = "0123456789".repeat(5);

    @Parameter
    @SuppressWarnings("NullAway.Init")
    Through through;

    /** The one that was started last. */
    @SuppressWarnings("NullAway.Init")
    GuardedServer server;

    /** Starts the server: a few connections, each head within its time, {@code /slow} answered after the latency. */
    void start(Duration headTimeout, Duration latency, HttpServerOptions options) {
        start(new ConnectionLimits(headTimeout, 10), latency, options);
    }

    void start(ConnectionLimits limits, Duration latency, HttpServerOptions options) {
        server = new GuardedServer(through, limits, latency, options);
    }

    RawConnection connect() throws IOException {
        return server.connect();
    }

    @AfterEach
    void stop() {
        server.close();
    }
}
