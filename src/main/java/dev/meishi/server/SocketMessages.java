package dev.meishi.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.net.impl.ConnectionBase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Text messages on a WebSocket, in both directions, with an end to each: a message over the size limit closes the socket
 * as soon as it is, whatever frames it comes in; a caller that does not read what it was sent is not read any further,
 * and cut off after a while; after the close frame nothing more is taken and the connection lasts for a moment only. All
 * of it runs on the socket's own event loop.
 *
 * <p>What is below the socket has to be known: Vert.x resets the connection for a frame that it does not take, and waits
 * before it closes one until all that was written is sent.
 */
public final class SocketMessages {

    /** Close status: the process is about to end (RFC 6455, 7.4.1). */
    public static final short GOING_AWAY = 1001;

    private static final short TOO_BIG = 1009;
    private static final short TRY_AGAIN_LATER = 1013;
    private static final short INVALID = 4400;

    private static final Logger LOG = Logger.getLogger(SocketMessages.class);

    /** Time for the caller to take the close frame and to answer it. */
    private static final Duration LAST_WORD = Duration.ofSeconds(1);

    private static final long NONE = -1;

    private final ServerWebSocket socket;
    private final ChannelHandlerContext below;
    private final Bounds bounds;
    private final Vertx vertx = Objects.requireNonNull(Vertx.currentContext()).owner();
    private Runnable taken = () -> {};
    private long received;
    private long unread;
    private long late = NONE;
    private boolean isClosing;

    /**
     * What a socket may take.
     *
     * @param message bytes of a message of the caller
     * @param unread bytes of answers that the caller has not read when another one is written
     * @param writeTimeout time for the caller to read what it was sent
     */
    public record Bounds(long message, long unread, Duration writeTimeout) {}

    /**
     * The messages of a socket that has just been opened.
     *
     * @param request that asked for it
     * @param socket it became
     * @param bounds of its messages
     * @return nothing is read before {@link #open}
     */
    public static SocketMessages of(HttpServerRequest request, ServerWebSocket socket, Bounds bounds) {
        return new SocketMessages(socket, ((ConnectionBase) request.connection()).channelHandlerContext(), bounds);
    }

    private SocketMessages(ServerWebSocket socket, ChannelHandlerContext below, Bounds bounds) {
        this.socket = socket;
        this.below = below;
        this.bounds = bounds;
    }

    /**
     * Begins to read.
     *
     * @param message takes each message
     * @param nowTaken runs when the caller has read everything after it had not
     * @param closed runs once when there are no more messages
     */
    public void open(Consumer<String> message, Runnable nowTaken, Runnable closed) {
        taken = nowTaken;
        ChannelHandlerContext decoder = below.pipeline().context(WebSocketFrameDecoder.class);
        below.pipeline().addAfter(decoder.name(), null, new Violations());
        socket.frameHandler(this::measure);
        socket.textMessageHandler(text -> {
            if (!isClosing) {
                message.accept(text);
            }
        });
        socket.drainHandler(drained -> drained());
        socket.exceptionHandler(thrown -> LOG.debugf("WebSocket: %s", thrown.getMessage()));
        socket.closeHandler(gone -> {
            isClosing = true;
            calm();
            closed.run();
        });
    }

    /**
     * Whether the caller has read all that it was sent, as far as that can be told.
     *
     * @return false while reading is paused for it
     */
    public boolean isTaken() {
        return late == NONE;
    }

    private void measure(WebSocketFrame frame) {
        if (isClosing) {
            return;
        }
        if (frame.isBinary()) {
            close(INVALID, "Messages must be text");
            return;
        }
        if (frame.isText()) {
            received = 0;
        }
        if (frame.isText() || frame.isContinuation()) {
            received += frame.binaryData().length();
        }
        if (received > bounds.message()) {
            close(TOO_BIG, "Message too big: the maximum is " + bounds.message() + " bytes");
        }
    }

    /**
     * Sends a message of any length, or closes the socket if the caller has too much unread already.
     *
     * @param message of any length
     * @return done when it is taken, or the socket is gone
     */
    public Future<Void> sendAnswer(String message) {
        if (unread > bounds.unread()) {
            close(
                    TRY_AGAIN_LATER,
                    "%d bytes of answers are unread, the maximum is %d (meishi.websocket.max-unread)"
                            .formatted(unread, bounds.unread()));
            return Future.succeededFuture();
        }
        return send(message);
    }

    /**
     * Sends a short message.
     *
     * @param message of some hundred bytes
     * @return done when it is taken, or the socket is gone
     */
    public Future<Void> send(String message) {
        if (isClosing || socket.isClosed()) {
            return Future.succeededFuture();
        }
        int bytes = message.getBytes(StandardCharsets.UTF_8).length;
        unread += bytes;
        Future<Void> sent = socket.writeTextMessage(message).onComplete(written -> unread -= bytes);
        if (socket.writeQueueFull() && late == NONE) {
            pause();
            late = vertx.setTimer(bounds.writeTimeout().toMillis(), timer -> cut());
        }
        return sent;
    }

    /**
     * What is written and not taken.
     *
     * @return bytes of messages
     */
    public long unread() {
        return unread;
    }

    /** A paused socket still takes some frames, a channel that reads nothing none. */
    private void pause() {
        socket.pause();
        below.channel().config().setAutoRead(false);
    }

    private void resume() {
        below.channel().config().setAutoRead(true);
        socket.resume();
    }

    private void drained() {
        if (late != NONE) {
            calm();
            resume();
            taken.run();
        }
    }

    private void calm() {
        if (late != NONE) {
            vertx.cancelTimer(late);
            late = NONE;
        }
    }

    /**
     * Closes the socket: nothing more is read or sent but a close frame.
     *
     * @param status of the close frame
     * @param reason of the close frame, cut to what fits into it
     */
    public void close(short status, String reason) {
        if (isClosing || socket.isClosed()) {
            return;
        }
        isClosing = true;
        calm();
        resume();
        socket.close(status, fitting(reason));
        vertx.setTimer(LAST_WORD.toMillis(), timer -> cut());
    }

    private void cut() {
        below.close().addListener(closed -> LOG.debugf("Cut off %s", below.channel()));
    }

    /** At most 123 bytes fit a close frame (RFC 6455, 5.5). */
    private static String fitting(String text) {
        String ascii = text.replaceAll("[^ -~]", "?");
        return ascii.substring(0, Math.min(ascii.length(), 123));
    }

    /** Closes the socket with the status of what the decoder refuses, which then skips the rest. */
    private final class Violations extends ChannelInboundHandlerAdapter {
        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable thrown) {
            if (thrown instanceof CorruptedWebSocketFrameException refused) {
                String reason = refused.getMessage();
                close((short) refused.closeStatus().code(), reason == null ? "Malformed frame" : reason);
            } else {
                context.fireExceptionCaught(thrown);
            }
        }
    }
}
