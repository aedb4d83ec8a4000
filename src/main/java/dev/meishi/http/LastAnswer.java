package dev.meishi.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Knows whether a request is under way on its connection, and once the process is to end makes the next answer after which
 * none is outstanding the last one: it says {@code Connection: close}, and the connection is closed after it. Behind the server's decoder, for
 * HTTP/1.1. A connection that has become a WebSocket always has something under way.
 */
final class LastAnswer extends ChannelDuplexHandler {

    private static final Logger LOG = Logger.getLogger(LastAnswer.class);

    /** Time for the caller to have read it before what it still sends is answered by a reset. */
    private static final Duration LINGER = Duration.ofSeconds(1);

    private final OpenConnections connections;
    private @Nullable ChannelHandlerContext context;
    private int unanswered;
    private boolean isWithinRequest;
    private boolean isSaid;
    private boolean isOver;

    LastAnswer(OpenConnections connections) {
        this.connections = connections;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    @Override
    public void channelRead(ChannelHandlerContext from, Object message) {
        if (isOver) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpRequest) {
            unanswered++;
            isWithinRequest = true;
        }
        if (message instanceof LastHttpContent) {
            isWithinRequest = false;
        }
        from.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext to, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof HttpResponse head) {
            if (head.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
                super.write(to, message, promise);
                return;
            }
            if (connections.isLeaving() && unanswered == 1) {
                HttpUtil.setKeepAlive(head, false);
                isSaid = true;
            }
        }
        if (message instanceof LastHttpContent) {
            unanswered--;
            if (isSaid || (connections.isEnding() && unanswered == 0)) {
                isOver = true;
                super.write(to, message, promise.unvoid().addListener(sent -> part(to)));
                return;
            }
        }
        super.write(to, message, promise);
    }

    /** Closes the connection if nothing is under way on it; what is ends with the connection. */
    void end() {
        if (unanswered == 0 && !isWithinRequest && context != null) {
            close(context);
        }
    }

    /** Says that there is nothing more, and gives the caller time to take it and to close the connection itself. */
    private static void part(ChannelHandlerContext from) {
        if (from.channel() instanceof DuplexChannel connection && connection.isActive()) {
            connection
                    .shutdownOutput()
                    .addListener(said -> from.executor()
                            .schedule(() -> close(from), LINGER.toMillis(), TimeUnit.MILLISECONDS)
                            .addListener(closed -> LOG.tracef("Lingered: %s", connection)));
        } else {
            close(from);
        }
    }

    private static void close(ChannelHandlerContext context) {
        context.close().addListener(closed -> LOG.debugf("Closed %s: the process ends", context.channel()));
    }
}
