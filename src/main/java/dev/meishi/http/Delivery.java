package dev.meishi.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Gives a caller its answer, and cuts off one that does not take it in time. A large one goes slice by slice, the next
 * when the system has taken the last: on its way between heap and socket is one slice of it, however slowly it is read,
 * and others have their turn on the event loop in between.
 */
final class Delivery {

    /** Bytes of a slice: what is held outside of the heap for a caller who does not read. */
    static final int SLICE = 64 * 1024;

    /** What a caller who reads quickly is given before others have their turn: a fifth of a millisecond. */
    private static final int SLICES_A_TURN = 8;

    /** A turn of the event loop, in which it sees what has come to its connections. */
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
     * @param longest how long the caller may take for it
     * @param readers of large answers, who are given up before their time where others need the memory and they read nothing
     * @return when it was taken, or the connection is gone
     */
    static Future<Void> of(Vertx vertx, HttpServerRequest request, Buffer body, Duration longest, Readers readers) {
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
     * Most answers are taken whole within the turn in which they are given, and need no timer. Until that turn is over
     * hundreds of others may be answered in it: none of their bodies is to be held for this.
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

    /** When its caller last took a slice, of {@link System#nanoTime()}. */
    long movedAt() {
        return movedAt;
    }

    /**
     * Cuts its caller off who takes nothing, once for all who ask for it. The event loop may have been busy with others
     * all that time: what came to it meanwhile is looked at first.
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
