package dev.meishi.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.MaxMessagesRecvByteBufAllocator;
import io.netty.channel.epoll.EpollServerSocketChannel;
import java.io.IOException;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * The end of a listening socket. The system accepts connections before the process does, and when the socket is closed
 * resets those that the process has not fetched; their callers may have sent a request already. So connections are first
 * turned away, where the system can do that, or the socket is closed right after the last one was fetched.
 */
final class ListeningEnd {

    private static final Logger LOG = Logger.getLogger(ListeningEnd.class);

    /** Time for handshakes that have begun: they take a packet each way. */
    private static final Duration HANDSHAKE = Duration.ofMillis(200);

    /** Time for a turn of the event loop, in which it looks at its sockets and lets go of those that left it. */
    private static final Duration TURN = Duration.ofMillis(20);

    /** Where they come faster than they are fetched, those that are left are refused after this. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private ListeningEnd() {}

    /** Begins it. */
    static void of(Channel socket) {
        if (socket instanceof BacklogChannel ofJdk) {
            socket.deregister().addListener(done -> Channels.later(socket, TURN, () -> closeWhenEmpty(ofJdk)));
        } else if (socket instanceof EpollServerSocketChannel ofLinux && SynFilter.attach(ofLinux)) {
            Channels.later(socket, HANDSHAKE, () -> closeWhenFetched(socket));
        } else {
            socket.eventLoop().execute(() -> closeWhenFetched(socket));
        }
    }

    private static void closeWhenEmpty(BacklogChannel socket) {
        try {
            socket.closeWhenEmpty(LONGEST);
        } catch (IOException unclosed) {
            LOG.debugf(unclosed, "Not closed as it should be: %s", socket);
        }
        Channels.close(socket);
    }

    private static void closeWhenFetched(Channel socket) {
        LastFetch last = new LastFetch();
        socket.pipeline().addFirst(last);
        Channels.later(socket, LONGEST, () -> Channels.close(socket));
        closeWhenQuiet(socket, last);
    }

    /** A task that is scheduled by another runs after the event loop has looked at its sockets. */
    private static void closeWhenQuiet(Channel socket, LastFetch last) {
        Channels.later(socket, TURN, () -> {
            if (last.isQuiet()) {
                Channels.close(socket);
            } else {
                closeWhenQuiet(socket, last);
            }
        });
    }

    /** Closes the socket after a turn in which fewer connections came than a turn may bring, so that none is left. */
    private static final class LastFetch extends ChannelInboundHandlerAdapter {
        private int fetched;
        private boolean isQuiet = true;

        @Override
        public void channelRead(ChannelHandlerContext context, Object connection) {
            fetched++;
            isQuiet = false;
            context.fireChannelRead(connection);
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            context.fireChannelReadComplete();
            MaxMessagesRecvByteBufAllocator turn = context.channel().config().getRecvByteBufAllocator();
            if (fetched < turn.maxMessagesPerRead()) {
                Channels.close(context.channel());
            }
            fetched = 0;
        }

        /** Whether nothing came since it was asked last. */
        boolean isQuiet() {
            boolean was = isQuiet;
            isQuiet = true;
            return was;
        }
    }
}
