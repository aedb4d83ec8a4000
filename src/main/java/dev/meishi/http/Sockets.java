package dev.meishi.http;

import dev.meishi.access.Caller;
import dev.meishi.failure.ErrorCode;
import dev.meishi.graphql.Limits;
import dev.meishi.graphql.RequestRefused;
import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jboss.logging.Logger;

/** Opens WebSockets at {@code /graphql}, where they are switched on, for whom they are meant. */
@ApplicationScoped
class Sockets {

    private static final Logger LOG = Logger.getLogger(Sockets.class);

    private static final short NOT_ACCEPTABLE = 4406;

    private final WebSocketConfig config;
    private final HttpConfig httpConfig;
    private final RequestCallers callers;
    private final Operations operations;
    private final Held.Holding holding;
    private final Limits limits;
    private final BodyReader bodies;
    private final Draining draining;

    Sockets(
            WebSocketConfig config,
            HttpConfig httpConfig,
            RequestCallers callers,
            Operations operations,
            Held.Holding holding,
            Limits limits,
            BodyReader bodies,
            Draining draining) {
        this.config = config;
        this.httpConfig = httpConfig;
        this.callers = callers;
        this.operations = operations;
        this.holding = holding;
        this.limits = limits;
        this.bodies = bodies;
        this.draining = draining;
    }

    /** Whether a request wants to become a WebSocket. */
    static boolean isAsked(RoutingContext context) {
        return context.request().headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true);
    }

    /**
     * Opens one. What is below it is reached by {@link ConnectionBase}, one of Vert.x's internals.
     *
     * @throws RequestRefused {@code FEATURE_DISABLED} where they are off, {@code CROSS_SITE_REQUEST} for pages of others,
     *     {@code SHUTTING_DOWN} when the process is about to end
     */
    void open(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!config.enabled()) {
            throw RequestRefused.of(
                    ErrorCode.FEATURE_DISABLED,
                    "WebSockets are switched off in this installation (meishi.websocket.enabled); send operations by POST.");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null
                && !CrossSite.isOf(origin, request)
                && !config.origins().orElse(Set.of()).contains(origin)) {
            throw RequestRefused.of(
                    ErrorCode.CROSS_SITE_REQUEST,
                    "A WebSocket is not opened for pages of " + origin + " (meishi.websocket.origins).");
        }
        if (draining.isEnding()) {
            throw shuttingDown();
        }
        Caller caller = callers.of(request);
        request.toWebSocket()
                .onSuccess(socket ->
                        greet(socket, ((ConnectionBase) request.connection()).channelHandlerContext(), caller))
                .onFailure(thrown -> LOG.debugf("No WebSocket: %s", thrown.getMessage()));
    }

    /** The refusal of what would have to begin when the process is about to end. */
    static RequestRefused shuttingDown() {
        return RequestRefused.of(
                ErrorCode.SHUTTING_DOWN,
                "This process of the gateway is about to end; ask again, another one answers.");
    }

    private void greet(ServerWebSocket socket, ChannelHandlerContext below, Caller caller) {
        SocketMessages messages = new SocketMessages(
                socket,
                below,
                new SocketMessages.Bounds(
                        bodies.mostBytes(), config.maxUnread().asLongValue(), httpConfig.writeTimeout()));
        if (GraphqlSocket.PROTOCOL.equals(socket.subProtocol())) {
            // Browsers open every socket with no-cache; it says nothing of the operations to come.
            GraphqlSocket opened = new GraphqlSocket(
                    messages,
                    (request, room) -> operations
                            .begin(request, new Operations.Asker(false, caller, false), room)
                            .execution(),
                    holding,
                    limits);
            Runnable over = draining.atEnd(opened::end);
            opened.open(config.initTimeout(), over);
        } else {
            messages.open(ignored -> {}, () -> {}, () -> {});
            messages.close(NOT_ACCEPTABLE, "Subprotocol not acceptable");
        }
    }
}
