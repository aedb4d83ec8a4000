package dev.meishi.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jboss.logging.Logger;

/**
 * Stands at a listening socket, where every connection passes once before anything of it is read: sees to it that there
 * are no more than the limit, and gives each its {@link HeadDeadline}. A connection beyond the limit takes the place of
 * the longest idle one, so that connections which nobody uses shut nobody out; only if all are in use it is refused.
 */
final class Acceptor extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = Logger.getLogger(Acceptor.class);

    private final ConnectionLimits limits;
    private final ConnectionBudget budget;

    Acceptor(ConnectionLimits limits) {
        this.limits = limits;
        this.budget = new ConnectionBudget(limits);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        OpenConnections.ofThisProcess().listens(context.channel());
        context.pipeline().addLast(new ListeningStart());
    }

    /** On a listening socket, what is read is the next connection. */
    @Override
    public void channelRead(ChannelHandlerContext context, Object accepted) {
        admit(context, new OpenConnection((Channel) accepted, budget));
    }

    private void admit(ChannelHandlerContext context, OpenConnection connection) {
        Channel channel = connection.channel();
        if (budget.take(connection)) {
            connection.freeIfClosed();
            OpenConnections.ofThisProcess().accepted(channel);
            channel.pipeline().addLast(connection, new HeadDeadline(limits, connection));
            context.fireChannelRead(channel);
            return;
        }
        OpenConnection idle = budget.longestIdle(connection.address());
        if (idle == null) {
            LOG.debugf("Refused %s: the maximum number of connections is open, all in use", channel);
            channel.unsafe().closeForcibly();
        } else {
            idle.giveWay(() -> context.executor().execute(() -> admit(context, connection)));
        }
    }
}
