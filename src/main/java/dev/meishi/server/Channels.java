package dev.meishi.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerAdapter;
import io.netty.channel.ChannelHandlerContext;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** What is done to channels from outside of their pipelines. */
final class Channels {

    private static final Logger LOG = Logger.getLogger(Channels.class);

    private Channels() {}

    /** Does something on the channel's event loop after a while, if it is open still. */
    static void later(Channel channel, Duration pause, Runnable task) {
        Runnable ifOpen = () -> {
            if (channel.isOpen()) {
                task.run();
            }
        };
        channel.eventLoop()
                .schedule(ifOpen, pause.toMillis(), TimeUnit.MILLISECONDS)
                .addListener(done -> LOG.tracef("Looked at %s", channel));
    }

    /** Does something on the channel's event loop, once it has one: a connection that is just being accepted has none yet. */
    static void onItsLoop(Channel channel, Runnable task) {
        channel.pipeline().addLast(new ChannelHandlerAdapter() {
            @Override
            public void handlerAdded(ChannelHandlerContext context) {
                context.pipeline().remove(this);
                task.run();
            }
        });
    }

    /** Closes a channel, below whatever handler would do something else first; on its event loop. */
    static void close(Channel channel) {
        ChannelHandlerContext first = channel.pipeline().firstContext();
        (first == null ? channel.close() : first.close())
                .addListener(closed -> LOG.debugf("Closed %s: the process ends", channel));
    }
}
