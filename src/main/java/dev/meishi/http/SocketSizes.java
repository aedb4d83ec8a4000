package dev.meishi.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Has the server take a WebSocket's message of any size that a body may have, in one frame or in several. What is larger
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
        int most = (int) Math.min(bodies.mostBytes(), Integer.MAX_VALUE);
        options.setMaxWebSocketFrameSize(most).setMaxWebSocketMessageSize(most);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        customizeHttpServer(options);
    }
}
