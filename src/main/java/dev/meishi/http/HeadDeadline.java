package dev.meishi.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.ssl.SslHandler;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection on which the head of a request is not complete some time after its first byte, whether it
 * trickles or stands still. A body has that time as well once it is answered and nobody needs it; before, and while an
 * answer is outstanding, and between requests, there is no deadline.
 *
 * <p>Stands before the server's decoder, where it sees that bytes arrive; {@link Exchanges}, behind it, says what they
 * were. A request that arrives whole costs a few comparisons, only one in pieces costs a timer. Two things are left to
 * the idle timeout: HTTP/2, and a head of which the first piece came in one read with the end of the request before it,
 * as long as there is no second piece.
 */
final class HeadDeadline extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = Logger.getLogger(HeadDeadline.class);

    private final Duration timeout;
    private final boolean isBehindTls;
    private boolean isBeforeDecoder;
    private boolean isWithinRequest;
    private int unanswered;
    private @Nullable Future<?> clock;

    HeadDeadline(Duration timeout) {
        this(timeout, false);
    }

    private HeadDeadline(Duration timeout, boolean isBehindTls) {
        this.timeout = timeout;
        this.isBehindTls = isBehindTls;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        isWithinRequest = true;
        if (!isBeforeDecoder && message instanceof ByteBuf bytes) {
            findDecoder(context, bytes);
        }
        context.fireChannelRead(message);
        if (isWithinRequest && clock == null && !context.isRemoved()) {
            start(context);
        }
    }

    /**
     * Vert.x builds the rest of the pipeline while it reads: once it has told HTTP/1.1 from HTTP/2, after the handshake
     * of TLS, after the line of a proxy. {@link Exchanges} must be in place before the decoder has a whole head, so the
     * first bytes are passed on one by one until there is a decoder: one for a GET, 24 for HTTP/2.
     */
    private void findDecoder(ChannelHandlerContext context, ByteBuf bytes) {
        while (!isInPlace(context) && bytes.isReadable()) {
            context.fireChannelRead(bytes.readRetainedSlice(1));
        }
    }

    private boolean isInPlace(ChannelHandlerContext context) {
        ChannelPipeline pipeline = context.pipeline();
        ChannelHandlerContext tls = isBehindTls ? null : pipeline.context(SslHandler.class);
        if (tls != null) {
            pipeline.addAfter(tls.name(), null, new HeadDeadline(timeout, true));
            pipeline.remove(this);
        } else if (pipeline.context(Http2ConnectionHandler.class) != null) {
            pipeline.remove(this);
        } else if (pipeline.context(HttpRequestDecoder.class) != null) {
            pipeline.addAfter(pipeline.context(HttpResponseEncoder.class).name(), null, new Exchanges(this));
            pipeline.addAfter(
                    pipeline.context(Exchanges.class).name(), null, new LastAnswer(OpenConnections.ofThisProcess()));
            isBeforeDecoder = true;
        }
        return isBeforeDecoder || context.isRemoved();
    }

    /** Bytes were a head. */
    void hasHead() {
        unanswered++;
    }

    /** Bytes were the last ones of a request. */
    void hasRequest() {
        isWithinRequest = false;
        stop();
    }

    /** A request has its answer, which may be before its last byte. */
    void hasAnswer() {
        unanswered--;
    }

    private void start(ChannelHandlerContext context) {
        clock = context.executor().schedule(() -> end(context), timeout.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void end(ChannelHandlerContext context) {
        if (unanswered > 0) {
            start(context);
        } else {
            context.close()
                    .addListener(closed -> LOG.debugf("Closed %s: no whole head in %s", context.channel(), timeout));
        }
    }

    private void stop() {
        if (clock != null) {
            clock.cancel(false);
            clock = null;
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        stop();
    }
}
