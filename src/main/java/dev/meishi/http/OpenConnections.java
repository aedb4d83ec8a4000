package dev.meishi.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The listening sockets of the process and the connections that were accepted by them, so that they can be ended. There
 * is one of it, as the transport that connections go through is made before there are beans.
 */
final class OpenConnections {

    private static final OpenConnections OF_THIS_PROCESS = new OpenConnections();

    /** Time for a connection that was just accepted to send its request. */
    private static final Duration FIRST_WORD = Duration.ofSeconds(1);

    /** How long to wait for a turn in which a listening socket has accepted something; if none comes, nobody does either. */
    private static final Duration QUIET = Duration.ofMillis(50);

    private final Set<Channel> listening = ConcurrentHashMap.newKeySet();
    private final Set<Channel> accepted = ConcurrentHashMap.newKeySet();
    private volatile boolean isLeaving;
    private volatile boolean isEnding;

    static OpenConnections ofThisProcess() {
        return OF_THIS_PROCESS;
    }

    /** A socket listens. */
    void listens(Channel socket) {
        listening.add(socket);
        socket.closeFuture().addListener(closed -> listening.remove(socket));
    }

    /** A connection was accepted. */
    void accepted(Channel connection) {
        accepted.add(connection);
        connection.closeFuture().addListener(closed -> accepted.remove(connection));
    }

    /** How many are open, but for those of one port. */
    int open(int exceptOf) {
        return (int) accepted.stream()
                .filter(connection -> !isOf(exceptOf, connection))
                .count();
    }

    /** All is well, or well again where several applications run in one process one after the other. */
    void serve() {
        isLeaving = false;
        isEnding = false;
    }

    /** From now on each connection is closed after its next answer, which says so. */
    void leave() {
        isLeaving = true;
    }

    /** From now on no more are accepted, and those without a request are closed; but for one port. */
    void end(int exceptOf) {
        isEnding = true;
        listening.stream().filter(socket -> !isOf(exceptOf, socket)).forEach(OpenConnections::close);
        accepted.stream().filter(connection -> !isOf(exceptOf, connection)).forEach(OpenConnections::part);
    }

    /** Whether an answer is the last one on its connection. */
    boolean isLeaving() {
        return isLeaving;
    }

    /** Whether a connection without a request is of no use any more. */
    boolean isEnding() {
        return isEnding;
    }

    private static boolean isOf(int port, Channel channel) {
        return channel.localAddress() instanceof InetSocketAddress address && address.getPort() == port;
    }

    /**
     * The system accepts connections before the process does, and resets those that it has not fetched when the socket
     * is closed. So it is closed right after the last of them was fetched.
     */
    private static void close(Channel socket) {
        socket.pipeline().addFirst(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelReadComplete(ChannelHandlerContext context) {
                context.fireChannelReadComplete();
                socket.close();
            }
        });
        socket.eventLoop().schedule(() -> socket.close(), QUIET.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void part(Channel connection) {
        connection.eventLoop().execute(() -> {
            LastAnswer state = connection.pipeline().get(LastAnswer.class);
            if (state != null) {
                state.end();
            } else {
                connection
                        .eventLoop()
                        .schedule(() -> partLate(connection), FIRST_WORD.toMillis(), TimeUnit.MILLISECONDS);
            }
        });
    }

    private static void partLate(Channel connection) {
        LastAnswer state = connection.pipeline().get(LastAnswer.class);
        if (state != null) {
            state.end();
        } else {
            connection.close();
        }
    }
}
