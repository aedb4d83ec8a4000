package dev.meishi.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The listening sockets of the process and the connections that were accepted by them, so that they can be ended. There
 * is one of it, as the transport that connections go through is made before there are beans.
 */
final class OpenConnections {

    private static final OpenConnections OF_THIS_PROCESS = new OpenConnections();

    /** Time for a connection that was just accepted to send its request. */
    private static final Duration FIRST_WORD = Duration.ofSeconds(2);

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

    /** How many are open, except for those of one port. */
    int open(int exceptOf) {
        return (int) accepted.stream()
                .filter(connection -> !isOf(exceptOf, connection))
                .count();
    }

    /** Whether connections may still come, except for those of one port. */
    boolean isListening(int exceptOf) {
        return listening.stream().anyMatch(socket -> !isOf(exceptOf, socket));
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

    /** From now on no more are accepted, and those without a request are closed; except for one port. */
    void end(int exceptOf) {
        isEnding = true;
        listening.stream().filter(socket -> !isOf(exceptOf, socket)).forEach(ListeningEnd::of);
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

    private static void part(Channel connection) {
        Channels.onItsLoop(connection, () -> {
            ChannelHandlerContext exchanges = connection.pipeline().context(Exchanges.class);
            if (exchanges != null) {
                closeIfIdle(exchanges);
            } else {
                Channels.later(connection, FIRST_WORD, () -> partLate(connection));
            }
        });
    }

    private static void partLate(Channel connection) {
        ChannelHandlerContext exchanges = connection.pipeline().context(Exchanges.class);
        if (exchanges != null) {
            closeIfIdle(exchanges);
        } else {
            Channels.close(connection);
        }
    }

    private static void closeIfIdle(ChannelHandlerContext exchanges) {
        ((Exchanges) exchanges.handler()).closeIfIdle(exchanges);
    }
}
