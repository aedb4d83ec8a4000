package dev.meishi.http;

import dev.meishi.graphql.RequestRefused;
import io.vertx.ext.web.RoutingContext;

/** Turns requests of the GraphQL route into WebSockets. */
public interface SocketOpener {

    /**
     * Opens a WebSocket.
     *
     * @param context of a request that asks for one
     * @throws RequestRefused {@code FEATURE_DISABLED} where they are off, {@code CROSS_SITE_REQUEST} for pages of other sites,
     *     {@code SHUTTING_DOWN} when the process is about to end
     */
    void open(RoutingContext context);
}
