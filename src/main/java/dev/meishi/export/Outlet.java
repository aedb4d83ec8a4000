package dev.meishi.export;

import dev.meishi.http.Cutoff;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Gives a reader what it takes, piece by piece, and cuts off one that takes nothing. For one thread, that of the request. */
final class Outlet {

    private static final long NONE = -1;

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Vertx vertx;
    private final Duration stallTimeout;
    private final Deque<Buffer> pending = new ArrayDeque<>();
    private Runnable taken = () -> {};
    private long stall = NONE;

    Outlet(HttpServerRequest request, Vertx vertx, Duration stallTimeout) {
        this.request = request;
        this.response = request.response();
        this.vertx = vertx;
        this.stallTimeout = stallTimeout;
    }

    /** Called once the reader is gone; may be called after the end too. */
    void onGone(Runnable gone) {
        response.exceptionHandler(broken -> gone.run());
        response.closeHandler(closed -> {
            patient();
            gone.run();
        });
    }

    /** Whether it can no longer be said by a status that something is wrong. */
    boolean isBegun() {
        return response.headWritten();
    }

    /** Whether the reader has not yet taken what it was given. */
    boolean isWaiting() {
        return stall != NONE;
    }

    /** Writes the head, too, if that is still to be done. */
    void write(List<Buffer> pieces, Runnable whenTaken) {
        begin();
        pending.addAll(pieces);
        taken = whenTaken;
        pump();
    }

    /** Writes one last piece. */
    void end(Buffer last) {
        begin();
        impatient();
        response.end(last).onComplete(sent -> patient());
    }

    /** In place of everything else. */
    void refuse(Trouble trouble) {
        response.setStatusCode(trouble.status()).putHeader(HttpHeaders.CONTENT_TYPE, "application/json;charset=utf-8");
        Duration retryAfter = trouble.retryAfter();
        if (retryAfter != null) {
            response.putHeader("Retry-After", String.valueOf(retryAfter.toSeconds()));
        }
        impatient();
        response.end(Lines.refusal(trouble)).onComplete(sent -> patient());
    }

    private void begin() {
        if (!response.headWritten()) {
            response.setChunked(true).putHeader(HttpHeaders.CONTENT_TYPE, "application/x-ndjson");
        }
    }

    private void pump() {
        while (!response.writeQueueFull()) {
            Buffer piece = pending.poll();
            if (piece == null) {
                taken.run();
                return;
            }
            response.write(piece);
        }
        impatient();
        response.drainHandler(drained -> {
            response.drainHandler(null);
            patient();
            pump();
        });
    }

    private void impatient() {
        patient();
        stall = vertx.setTimer(stallTimeout.toMillis(), late -> cut());
    }

    private void patient() {
        if (stall != NONE) {
            vertx.cancelTimer(stall);
            stall = NONE;
        }
    }

    private void cut() {
        stall = NONE;
        Cutoff.of(request);
    }
}
