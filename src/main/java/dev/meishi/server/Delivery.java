package dev.meishi.server;

import io.netty.buffer.Unpooled;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sends an answer, and cuts off a client that does not read it in time. A large answer is sent slice by slice, each when
 * the system has taken the last one: however slowly it is read, only one slice of it is outside of the heap, and others
 * have their turn on the event loop in between.
 */
public final class Delivery {

    /** Bytes of a slice: what is held outside of the heap for a client that does not read. */
    static final int SLICE = 64 * 1024;

    /** What a client that reads quickly is sent before others have their turn: a fifth of a millisecond. */
    private static final int SLICES_A_TURN = 8;

    /** A turn of the event loop, in which it reads from its connections. */
    private static final long GLANCE_MILLIS = 20;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Buffer body;
    private final Promise<Void> over = Promise.promise();
    private final Context eventLoop;
    private final AtomicBoolean isLeaving = new AtomicBoolean();
    private int sent;
    private volatile long movedAt = System.nanoTime();

    private Delivery(Vertx vertx, HttpServerRequest request, Buffer body) {
        this.vertx = vertx;
        this.request = request;
        this.response = request.response();
        this.body = body;
        this.eventLoop = vertx.getOrCreateContext();
    }

    /**
     * Sends a body after the status and headers that the response has.
     *
     * @param vertx of this event loop
     * @param request that is answered
     * @param body all of it
     * @param longest how long the client may take for it
     * @param readers of large answers, which are cut off early if they read nothing and others need the memory
     * @return when it was taken, or the connection is gone
     */
    public static Future<Void> of(
            Vertx vertx, HttpServerRequest request, Buffer body, Duration longest, Readers readers) {
        boolean isHeadOnly = request.method().equals(HttpMethod.HEAD);
        if (body.length() > SLICE || (isHeadOnly && body.length() > 0)) {
            request.response().putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()));
        }
        if (isHeadOnly || body.length() <= SLICE) {
            return limited(vertx, request, request.response().end(body), longest);
        }
        Delivery delivery = new Delivery(vertx, request, body);
        readers.add(delivery);
        delivery.next();
        return limited(vertx, request, delivery.over.future(), longest).onComplete(ended -> readers.remove(delivery));
    }

    /**
     * Pieces of a body as one, without copying them.
     *
     * @param parts one after the other, which belong to the buffer from now on
     * @return all of them
     */
    @SuppressWarnings("deprecation") // Vert.x has no other way to take bytes over.
    public static Buffer joined(List<ByteBuffer> parts) {
        return Buffer.buffer(Unpooled.wrappedBuffer(parts.toArray(ByteBuffer[]::new)));
    }

    /**
     * An answer is usually taken whole within the turn in which it is given, and needs no timer. Until that turn is over,
     * hundreds of others may be answered in it; none of their bodies must be held for this.
     */
    private static Future<Void> limited(Vertx vertx, HttpServerRequest request, Future<Void> taken, Duration longest) {
        if (!taken.isComplete()) {
            vertx.runOnContext(turn -> {
                if (!taken.isComplete()) {
                    long late = vertx.setTimer(longest.toMillis(), timer -> Cutoff.of(request));
                    taken.onComplete(ended -> vertx.cancelTimer(late));
                }
            });
        }
        return taken;
    }

    /** When its client last took a slice, of {@link System#nanoTime()}. */
    long movedAt() {
        return movedAt;
    }

    /**
     * Cuts off its client if that reads nothing, once however many answers need the memory. The event loop may have been
     * busy with others all that time, so what has happened meanwhile is looked at first.
     */
    void cutOffUnlessMoving() {
        if (isLeaving.compareAndSet(false, true)) {
            long seen = movedAt;
            eventLoop.runOnContext(turn -> vertx.setTimer(GLANCE_MILLIS, looked -> cutOffUnlessMoved(seen)));
        }
    }

    private void cutOffUnlessMoved(long seen) {
        if (movedAt != seen) {
            isLeaving.set(false);
        } else if (!over.future().isComplete()) {
            Cutoff.of(request);
        }
    }

    /** Whether it is being cut off already. */
    boolean isLeaving() {
        return isLeaving.get();
    }

    /** The next slices, as long as the system takes each of them at once. */
    private void next() {
        Future<Void> taken = slice();
        for (int i = 1; i < SLICES_A_TURN && taken.succeeded() && sent < body.length(); i++) {
            taken = slice();
        }
        if (sent == body.length()) {
            taken.onComplete(over);
        } else {
            taken.onSuccess(last -> vertx.runOnContext(turn -> next())).onFailure(over::fail);
        }
    }

    private Future<Void> slice() {
        movedAt = System.nanoTime();
        int from = sent;
        sent = Math.min(from + SLICE, body.length());
        Buffer slice = body.slice(from, sent);
        return sent == body.length() ? response.end(slice) : response.write(slice);
    }
}
