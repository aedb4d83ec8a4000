package dev.meishi.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Stands at a listening socket, where every connection passes once before anything of it is read: closes those beyond
 * the limit and gives the others their {@link HeadDeadline}.
 *
 * <p>The framework has the same limit and counts later: with HTTP/2 in clear text allowed, a connection whose first head
 * is not complete does not count, and there may be any number of those.
 */
final class Acceptor extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = Logger.getLogger(Acceptor.class);

    private final ConnectionLimits limits;
    private final AtomicInteger connections = new AtomicInteger();

    Acceptor(ConnectionLimits limits) {
        this.limits = limits;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        OpenConnections.ofThisProcess().listens(context.channel());
    }

    /** On a listening socket, what is read is the next connection. */
    @Override
    public void channelRead(ChannelHandlerContext context, Object accepted) {
        Channel connection = (Channel) accepted;
        if (connections.incrementAndGet() > limits.maxConnections()) {
            connections.decrementAndGet();
            LOG.debugf("Refused %s: %d connections are open", connection, limits.maxConnections());
            connection.unsafe().closeForcibly();
            return;
        }
        connection.closeFuture().addListener(closed -> connections.decrementAndGet());
        OpenConnections.ofThisProcess().accepted(connection);
        connection.pipeline().addLast(new HeadDeadline(limits.headTimeout()));
        context.fireChannelRead(connection);
    }
}
