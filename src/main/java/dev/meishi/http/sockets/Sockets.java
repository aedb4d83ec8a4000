package dev.meishi.http.sockets;

import dev.meishi.access.Caller;
import dev.meishi.failure.ErrorCode;
import dev.meishi.graphql.Limits;
import dev.meishi.graphql.RequestRefused;
import dev.meishi.http.HttpConfig;
import dev.meishi.http.OperationStarter;
import dev.meishi.http.RequestCallers;
import dev.meishi.http.RequestSpans;
import dev.meishi.http.SocketOpener;
import dev.meishi.http.body.BodyReader;
import dev.meishi.http.body.Held;
import dev.meishi.http.sites.CrossSite;
import dev.meishi.server.Draining;
import dev.meishi.server.SocketMessages;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jboss.logging.Logger;

/** Opens WebSockets at {@code /graphql}, where they are enabled, for clients and pages that are allowed to. */
@ApplicationScoped
class Sockets implements SocketOpener {

    private static final Logger LOG = Logger.getLogger(Sockets.class);

    private static final short NOT_ACCEPTABLE = 4406;

    private final WebSocketConfig config;
    private final HttpConfig httpConfig;
    private final RequestCallers callers;
    private final OperationStarter operations;
    private final RequestSpans spans;
    private final Held.Holding holding;
    private final Limits limits;
    private final BodyReader bodies;
    private final Draining draining;

    Sockets(
            WebSocketConfig config,
            HttpConfig httpConfig,
            RequestCallers callers,
            OperationStarter operations,
            RequestSpans spans,
            Held.Holding holding,
            Limits limits,
            BodyReader bodies,
            Draining draining) {
        this.config = config;
        this.httpConfig = httpConfig;
        this.callers = callers;
        this.operations = operations;
        this.spans = spans;
        this.holding = holding;
        this.limits = limits;
        this.bodies = bodies;
        this.draining = draining;
    }

    @Override
    public void open(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!config.enabled()) {
            throw RequestRefused.of(
                    ErrorCode.FEATURE_DISABLED,
                    "WebSockets are disabled in this installation (meishi.websocket.enabled); send operations by POST.");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null
                && !CrossSite.isOf(origin, request)
                && !config.origins().orElse(Set.of()).contains(origin)) {
            throw RequestRefused.of(
                    ErrorCode.CROSS_SITE_REQUEST,
                    "Pages of " + origin
                            + " may not open a WebSocket; meishi.websocket.origins has the origins that may.");
        }
        if (draining.isEnding()) {
            throw shuttingDown();
        }
        Caller caller = callers.of(request);
        request.toWebSocket()
                .onSuccess(socket -> greet(request, socket, caller))
                .onFailure(thrown -> LOG.debugf("No WebSocket: %s", thrown.getMessage()));
    }

    /** The refusal of what would have to begin when the process is about to end. */
    static RequestRefused shuttingDown() {
        return RequestRefused.of(
                ErrorCode.SHUTTING_DOWN,
                "This gateway process is shutting down; send the request again, another process answers it.");
    }

    private void greet(HttpServerRequest request, ServerWebSocket socket, Caller caller) {
        SocketMessages messages = SocketMessages.of(
                request,
                socket,
                new SocketMessages.Bounds(
                        bodies.maxBytes(), config.maxUnread().asLongValue(), httpConfig.writeTimeout()));
        if (GraphqlSocket.PROTOCOL.equals(socket.subProtocol())) {
            // Browsers open every socket with no-cache; it says nothing of the operations to come.
            GraphqlSocket opened = new GraphqlSocket(
                    messages,
                    (operation, room) -> operations
                            .begin(
                                    operation,
                                    new OperationStarter.Asker(
                                            false, caller, false, spans.beginOnSocket("graphql", request)),
                                    room)
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
