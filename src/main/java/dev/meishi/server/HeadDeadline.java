package dev.meishi.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection on which the head of a request is not complete some time after its first byte, whether it
 * trickles or stands still; for the first request the time counts from the connection's opening, so that it includes the
 * handshake of TLS. While a body is read or an answer is outstanding, and between requests, there is no deadline.
 *
 * <p>It exists because nothing nearer has such a deadline. Vert.x's and Quarkus's idle timeout starts again with each byte,
 * so that a client which sends a byte a minute would hold its connection forever; the connections of a server are
 * limited, and a thousand such clients would hold them all. A proxy in front usually has a deadline of its own, but the
 * gateway is not always behind one. Should Vert.x get one, this class goes, and {@link HeadDecoder} and {@link Exchanges}
 * are put in place by {@link Acceptor}.
 *
 * <p>Stands before the server's decoder, where it sees that bytes arrive; {@link Exchanges}, behind it, says what they
 * were. A request that arrives whole costs a few comparisons, only one in pieces costs a timer. Two things are left to
 * the idle timeout: a head of which the first piece came in one read with the end of the request before it, as long as
 * there is no second piece, and HTTP/2, which only the management interface may speak.
 */
final class HeadDeadline extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = Logger.getLogger(HeadDeadline.class);

    private final ConnectionLimits limits;
    private final OpenConnection connection;
    private final long opened;
    private final boolean isBehindTls;
    private boolean isBeforeDecoder;
    private boolean isWithinRequest = true;
    private boolean isDiscarding;
    private int unanswered;
    private @Nullable Future<?> clock;

    HeadDeadline(ConnectionLimits limits, OpenConnection connection) {
        this(limits, connection, System.nanoTime(), false);
    }

    private HeadDeadline(ConnectionLimits limits, OpenConnection connection, long opened, boolean isBehindTls) {
        this.limits = limits;
        this.connection = connection;
        this.opened = opened;
        this.isBehindTls = isBehindTls;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        start(context, limits.headTimeout().toNanos() - (System.nanoTime() - opened));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (isDiscarding) {
            ReferenceCountUtil.release(message);
            return;
        }
        isWithinRequest = true;
        if (!isBeforeDecoder && message instanceof ByteBuf bytes) {
            findDecoder(context, bytes);
        }
        context.fireChannelRead(message);
        if (isWithinRequest && clock == null && !context.isRemoved() && !isDiscarding) {
            start(context, limits.headTimeout().toNanos());
        }
    }

    /**
     * Vert.x builds the rest of the pipeline while it reads, after the handshake of TLS or the line of a proxy.
     * {@link Exchanges} must be in place before the decoder has a whole head, so bytes are passed on one by one until
     * there is a decoder: none on a plain connection.
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
            pipeline.addAfter(tls.name(), null, new HeadDeadline(limits, connection, opened, true));
            pipeline.remove(this);
        } else if (pipeline.context(Http2ConnectionHandler.class) != null) {
            pipeline.remove(this);
        } else {
            isBeforeDecoder = isReplaced(pipeline);
        }
        return isBeforeDecoder || context.isRemoved();
    }

    private boolean isReplaced(ChannelPipeline pipeline) {
        ChannelHandlerContext decoder = pipeline.context(HttpRequestDecoder.class);
        if (decoder == null) {
            return false;
        }
        pipeline.replace(decoder.handler(), decoder.name(), new HeadDecoder(limits.head()));
        String encoder = pipeline.context(HttpResponseEncoder.class).name();
        pipeline.addAfter(encoder, null, new Exchanges(this, OpenConnections.ofThisProcess()));
        return true;
    }

    /** Bytes were a head. */
    void hasHead() {
        unanswered++;
        connection.busy();
    }

    /** Bytes were the last ones of a request. */
    void hasRequest() {
        isWithinRequest = false;
        stop();
    }

    /** A request has its answer, which may be before its last byte. */
    void hasAnswer() {
        unanswered--;
        if (unanswered == 0) {
            connection.idle();
        }
    }

    /** How many requests have no answer yet. */
    int unanswered() {
        return unanswered;
    }

    /** Whether no request is under way, nor a part of one has come. */
    boolean isIdle() {
        return unanswered == 0 && !isWithinRequest;
    }

    /** Bytes to come are of no use. */
    void discard() {
        isDiscarding = true;
        stop();
    }

    private void start(ChannelHandlerContext context, long nanos) {
        clock = context.executor().schedule(() -> end(context), nanos, TimeUnit.NANOSECONDS);
    }

    private void end(ChannelHandlerContext context) {
        if (unanswered > 0) {
            start(context, limits.headTimeout().toNanos());
        } else {
            context.close()
                    .addListener(closed -> LOG.debugf(
                            "Closed %s: no complete head within %s", context.channel(), limits.headTimeout()));
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
