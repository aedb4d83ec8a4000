package dev.meishi.http.sockets;

import dev.meishi.http.body.BodyReader;
import dev.meishi.server.SocketMessages;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets the server accept a WebSocket message of the size of a body, in one frame or in several. A larger one
 * is for {@link SocketMessages} to refuse.
 */
@ApplicationScoped
public class SocketSizes implements HttpServerOptionsCustomizer {

    private final BodyReader bodies;

    SocketSizes(BodyReader bodies) {
        this.bodies = bodies;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        int max = (int) Math.min(bodies.maxBytes(), Integer.MAX_VALUE);
        options.setMaxWebSocketFrameSize(max).setMaxWebSocketMessageSize(max);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        customizeHttpServer(options);
    }
}
