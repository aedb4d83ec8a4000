package dev.meishi.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The end of a connection whose last answer is sent, while its client may still be sending: nothing more is written, and
 * what comes is read and thrown away for a moment. Closed at once, the system would tell the caller of a reset, which
 * makes it drop an answer that it has not read yet (RFC 9112, 9.6).
 */
final class LastWord {

    /** Time for a caller to read the answer and to close. */
    private static final Duration TIME = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(LastWord.class);

    private @Nullable Future<?> end;

    void begin(ChannelHandlerContext context) {
        Channel channel = context.channel();
        if (end != null || !channel.isActive()) {
            return;
        }
        channel.config().setAutoRead(true);
        end = context.executor().schedule(() -> end(channel), TIME.toMillis(), TimeUnit.MILLISECONDS);
        // TLS ends with a message of its own, which closing sends.
        if (channel instanceof DuplexChannel duplex && channel.pipeline().get(SslHandler.class) == null) {
            duplex.shutdownOutput().addListener(ended -> LOG.tracef("Nothing more is sent on %s", channel));
        }
    }

    private static void end(Channel channel) {
        channel.close().addListener(closed -> LOG.debugf("Closed %s after its last answer", channel));
    }

    void cancel() {
        if (end != null) {
            end.cancel(false);
        }
    }
}
