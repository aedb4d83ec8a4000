package dev.meishi.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A connection that has a place in the {@link ConnectionBudget} of its server. It is idle while no request is under way on
 * it: from its opening to the end of its first head, and from the end of each exchange to the end of the next head.
 *
 * <p>The first handler of its pipeline, so that whatever else counts connections, such as the framework, has counted it
 * out before its place is free.
 */
final class OpenConnection extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = Logger.getLogger(OpenConnection.class);
    private static final long ORIGIN = System.nanoTime();
    private static final long BUSY = Long.MAX_VALUE;

    private final Channel channel;
    private final ConnectionBudget budget;
    private final Object address;
    private final AtomicLong idleSince = new AtomicLong(System.nanoTime() - ORIGIN);
    private final AtomicBoolean isLeaving = new AtomicBoolean();
    private volatile boolean isRegistered;
    private boolean isGone;
    private @Nullable Runnable whenGone;

    OpenConnection(Channel channel, ConnectionBudget budget) {
        this.channel = channel;
        this.budget = budget;
        this.address = ConnectionBudget.address(channel.remoteAddress());
    }

    Channel channel() {
        return channel;
    }

    /** Who is at the other end, as connections are counted. */
    Object address() {
        return address;
    }

    /** A request is under way. */
    void busy() {
        idleSince.lazySet(BUSY);
    }

    /** Every request has its answer. */
    void idle() {
        idleSince.lazySet(System.nanoTime() - ORIGIN);
    }

    /** Since when it is idle, in nanoseconds since some moment; greater than any such time while it is not. */
    long idleSince() {
        return idleSince.get();
    }

    boolean isIdle() {
        return idleSince.get() != BUSY;
    }

    /** Whether somebody waits for its place already. */
    boolean isLeaving() {
        return isLeaving.get();
    }

    /** For one caller only: it is to give way. */
    boolean choose() {
        return isLeaving.compareAndSet(false, true);
    }

    /**
     * Closes it if it is idle still.
     *
     * @param next called once it is gone, or has a request after all
     */
    void giveWay(Runnable next) {
        if (!isRegistered) {
            // It is being registered with its event loop at this moment.
            isLeaving.set(false);
            next.run();
            return;
        }
        channel.eventLoop().execute(() -> {
            if (isGone || !isIdle()) {
                isLeaving.set(false);
                next.run();
            } else {
                whenGone = next;
                channel.close().addListener(closed -> LOG.debugf("Closed %s, which was idle, for another", channel));
            }
        });
    }

    /** Frees its place even if it is never registered with an event loop. */
    void freeIfClosed() {
        channel.closeFuture().addListener(closed -> {
            if (!isRegistered) {
                budget.release(this);
            }
        });
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        isRegistered = true;
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        isGone = true;
        budget.release(this);
        if (whenGone != null) {
            whenGone.run();
        }
    }
}
