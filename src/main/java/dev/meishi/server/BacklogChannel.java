package dev.meishi.server;

import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A listening socket of the JDK that is closed in the moment in which nothing is left in its backlog. Netty's own fetches
 * what it is told of by a selector, and of the JDK's a selector closes what it had, one turn later: a connection that arrived in
 * between is reset.
 */
class BacklogChannel extends NioServerSocketChannel {

    /**
     * On its event loop, of which it is no longer: hands on all connections that the system has accepted, and closes.
     *
     * @param longest after which it closes though more come
     */
    void closeWhenEmpty(Duration longest) throws IOException {
        long began = System.nanoTime();
        List<Object> accepted = new ArrayList<>();
        try {
            while (System.nanoTime() - began < longest.toNanos() && doReadMessages(accepted) > 0) {
                accepted.forEach(pipeline()::fireChannelRead);
                accepted.clear();
            }
        } catch (Exception unaccepted) {
            pipeline().fireExceptionCaught(unaccepted);
        } finally {
            javaChannel().close();
        }
    }
}
