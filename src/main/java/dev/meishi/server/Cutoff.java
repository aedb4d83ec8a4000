package dev.meishi.server;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import org.jboss.logging.Logger;

/** Ends the connection of a client that holds up an exchange, at once. */
public final class Cutoff {

    private static final Logger LOG = Logger.getLogger(Cutoff.class);

    private Cutoff() {}

    /**
     * Ends the connection. Its own {@code close} first waits until all that was written is sent, which it never is to
     * a client that does not read; so what is below it is closed, for which {@link ConnectionBase} is one of Vert.x's
     * internals.
     *
     * @param request of the exchange
     */
    public static void of(HttpServerRequest request) {
        if (request.connection() instanceof ConnectionBase connection) {
            connection
                    .channelHandlerContext()
                    .close()
                    .addListener(closed -> LOG.debugf("Cut off %s", connection.remoteAddress()));
        } else {
            request.connection().close();
        }
    }
}
