package dev.meishi.server;

import dev.meishi.failure.ErrorCode;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a connection and their answers: sees requests as they come out of the decoder, and answers as they go
 * into the encoder, whichever route they are of.
 *
 * <ul>
 *   <li>A connection ends for one of four reasons, and its last answer says so ({@code Connection: close}): an answer is
 *       given before the whole request is there, whose rest is not needed; a head cannot be served, see {@link Heads}; a
 *       request came in chunks, as to where those end a server in front may be of another opinion (CVE-2026-93566); or
 *       the process is about to end. Nothing that comes after is served.
 *   <li>An answer that is given while a piece is read waits until the piece is read to its end: the request may end
 *       with it, and then the connection goes on.
 *   <li>Only {@value #MAX_UNANSWERED} requests are accepted before those ahead of them have their answers.
 *   <li>A {@link HeadDeadline} is told how far they are.
 * </ul>
 */
final class Exchanges extends ChannelDuplexHandler {

    private static final Logger LOG = Logger.getLogger(Exchanges.class);

    /** Requests that wait on a connection, taken before their turn; of more, nothing is read. Browsers send none so. */
    private static final int MAX_UNANSWERED = 16;

    private final HeadDeadline deadline;
    private final OpenConnections connections;
    private final LastWord lastWord = new LastWord();
    /** What was written of an answer that may have to announce the end. */
    private @Nullable List<Written> waiting;

    private @Nullable FullHttpResponse refusal;
    private boolean isBodyToCome;
    private boolean isInChunks;
    private boolean isReading;
    private boolean isBreakingOff;
    private boolean isPaused;
    private boolean isOver;

    private record Written(Object message, ChannelPromise promise) {}

    Exchanges(HeadDeadline deadline, OpenConnections connections) {
        this.deadline = deadline;
        this.connections = connections;
    }

    /** A request without a body comes as both, a head and a last content, one after the other. */
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        isReading = true;
        if (isOver || (message instanceof HttpRequest head && isRefused(context, head))) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpContent content && !content.decoderResult().isSuccess()) {
            breakOff(context, content);
            return;
        }
        boolean isLast = message instanceof LastHttpContent;
        if (isLast) {
            isBodyToCome = false;
            deadline.hasRequest();
            if (isInChunks) {
                end();
            }
        }
        context.fireChannelRead(message);
        if (isLast) {
            pass(context);
        }
    }

    /** A body that cannot be decoded: Vert.x closes the connection, if need be after the answer that it leads to. */
    private void breakOff(ChannelHandlerContext context, HttpContent content) {
        isReading = false;
        pass(context);
        if (isOver) {
            content.release();
        } else {
            isBreakingOff = true;
            context.fireChannelRead(content);
            isBreakingOff = false;
        }
        context.flush();
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // It is the promise.
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (isBreakingOff && isOver) {
            context.channel().closeFuture().addListener(closed -> promise.trySuccess());
        } else {
            context.close(promise);
        }
    }

    private boolean isRefused(ChannelHandlerContext context, HttpRequest head) {
        deadline.hasHead();
        try {
            isBodyToCome = Heads.check(head);
            isInChunks = isBodyToCome && HttpUtil.isTransferEncodingChunked(head);
            if (deadline.unanswered() >= MAX_UNANSWERED) {
                isPaused = true;
                context.channel().config().setAutoRead(false);
            }
            return false;
        } catch (HeadRefused refused) {
            end();
            RefusedRequests.count(ErrorCode.BAD_REQUEST, refused.status());
            refusal = refused.response(head);
            refuseInTurn(context);
            return true;
        }
    }

    /** Once the requests before have their answers. */
    private void refuseInTurn(ChannelHandlerContext context) {
        FullHttpResponse response = refusal;
        if (response != null && deadline.unanswered() == 1) {
            refusal = null;
            deadline.hasAnswer();
            context.writeAndFlush(response).addListener(written -> lastWord.begin(context));
        }
    }

    /** Closes the connection if nothing is under way on it; what is ends with the connection. */
    void closeIfIdle(ChannelHandlerContext context) {
        if (!isOver && deadline.isIdle()) {
            context.close().addListener(closed -> LOG.debugf("Closed %s: the process ends", context.channel()));
        }
    }

    private void end() {
        isOver = true;
        deadline.discard();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        isReading = false;
        pass(context);
        context.fireChannelReadComplete();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (waiting == null && isReading && isEarly(message)) {
            waiting = new ArrayList<>();
        }
        if (waiting != null) {
            waiting.add(new Written(message, promise));
        } else {
            send(context, message, promise);
        }
    }

    /** Whether an answer begins before its request has ended. */
    private boolean isEarly(Object message) {
        return isBodyToCome && isAnswerToTheOnlyOne(message);
    }

    private boolean isAnswerToTheOnlyOne(Object message) {
        return message instanceof HttpResponse && !isInterim(message) && deadline.unanswered() == 1;
    }

    private void pass(ChannelHandlerContext context) {
        List<Written> passed = waiting;
        if (passed != null) {
            waiting = null;
            passed.forEach(written -> send(context, written.message(), written.promise()));
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // It is the promise, to which the writer listens.
    private void send(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (isEarly(message) || ((isOver || connections.isLeaving()) && isAnswerToTheOnlyOne(message))) {
            ((HttpResponse) message).headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            end();
        }
        if (message instanceof LastHttpContent && !isInterim(message)) {
            boolean mayBeTheEnd = isOver || connections.isEnding();
            ChannelPromise taken = mayBeTheEnd ? promise.unvoid() : promise;
            context.write(message, taken);
            hasAnswer(context, taken, mayBeTheEnd);
        } else {
            context.write(message, promise);
        }
    }

    private void hasAnswer(ChannelHandlerContext context, ChannelPromise promise, boolean mayBeTheEnd) {
        deadline.hasAnswer();
        int unanswered = deadline.unanswered();
        if (mayBeTheEnd && unanswered == 0) {
            end();
            promise.addListener(written -> lastWord.begin(context));
            return;
        }
        refuseInTurn(context);
        if (isPaused ? unanswered < MAX_UNANSWERED : unanswered == 0) {
            isPaused = false;
            resume(context.channel().config());
        }
    }

    /** Vert.x may have paused it as well, for a body that nobody read. */
    private static void resume(ChannelConfig config) {
        if (!config.isAutoRead()) {
            config.setAutoRead(true);
        }
    }

    /** Among these is the change to another protocol: the request that led to a WebSocket is never answered, nor cut. */
    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        pass(context);
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        lastWord.cancel();
        ReferenceCountUtil.release(refusal);
    }
}
