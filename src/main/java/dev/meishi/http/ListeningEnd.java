package dev.meishi.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.MaxMessagesRecvByteBufAllocator;
import io.netty.channel.epoll.EpollServerSocketChannel;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The end of a listening socket. The system accepts connections before the process does, and when the socket is closed
 * resets those that the process has not fetched; their callers may have sent a request already. So connections are first
 * kept from coming, where that can be had, or the socket is closed right after the last one was fetched.
 */
final class ListeningEnd {

    private static final Logger LOG = Logger.getLogger(ListeningEnd.class);

    /** Time for handshakes that have begun: they take a packet each way. */
    private static final Duration HANDSHAKE = Duration.ofMillis(200);

    /** Time for a selector to let go of a socket. */
    private static final Duration TURN = Duration.ofMillis(20);

    private ListeningEnd() {}

    /** Begins it. */
    static void of(Channel socket) {
        if (socket instanceof BacklogChannel ofJdk) {
            socket.deregister().addListener(done -> later(socket, TURN, () -> closeWhenEmpty(ofJdk)));
            return;
        }
        if (!(socket instanceof EpollServerSocketChannel ofLinux) || !SynFilter.attach(ofLinux)) {
            socket.pipeline().addFirst(new LastFetch());
        }
        later(socket, HANDSHAKE, () -> close(socket.pipeline().firstContext()));
    }

    private static void closeWhenEmpty(BacklogChannel socket) {
        try {
            socket.closeWhenEmpty();
        } catch (IOException unclosed) {
            LOG.debugf(unclosed, "Not closed as it should be: %s", socket);
        }
        close(socket.pipeline().firstContext());
    }

    /** Closes the socket after a turn in which fewer connections came than a turn may bring, so that none is left. */
    private static final class LastFetch extends ChannelInboundHandlerAdapter {
        private int fetched;

        @Override
        public void channelRead(ChannelHandlerContext context, Object connection) {
            fetched++;
            context.fireChannelRead(connection);
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            context.fireChannelReadComplete();
            MaxMessagesRecvByteBufAllocator turn = context.channel().config().getRecvByteBufAllocator();
            if (fetched < turn.maxMessagesPerRead()) {
                close(context);
            }
            fetched = 0;
        }
    }

    private static void later(Channel socket, Duration pause, Runnable task) {
        socket.eventLoop()
                .schedule(task, pause.toMillis(), TimeUnit.MILLISECONDS)
                .addListener(done -> LOG.tracef("Looked at %s", socket));
    }

    private static void close(ChannelHandlerContext context) {
        context.close().addListener(closed -> LOG.debugf("Listens no more: %s", context.channel()));
    }
}
