package dev.meishi.export;

import dev.meishi.server.Cutoff;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends an export piece by piece at the reader's pace, and disconnects a reader that is slower than {@link Throughput} allows. For
 * one thread, that of the request.
 */
final class NdjsonResponse {

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Timers timers;
    private final Throughput throughput;
    private final Deque<Buffer> pending = new ArrayDeque<>();
    private Runnable taken = () -> {};
    private @Nullable Runnable timer;

    NdjsonResponse(HttpServerRequest request, Timers timers, Throughput throughput) {
        this.request = request;
        this.response = request.response();
        this.timers = timers;
        this.throughput = throughput;
    }

    /** Called once the reader is gone; may be called after the end too. */
    void onGone(Runnable gone) {
        response.exceptionHandler(broken -> gone.run());
        response.closeHandler(closed -> {
            cease();
            gone.run();
        });
    }

    /** Whether it can no longer be said by a status that something is wrong. */
    boolean isBegun() {
        return response.headWritten();
    }

    /** Whether the reader has not yet taken what it was given. */
    boolean isWaiting() {
        return timer != null;
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
        await();
        response.end(last).onComplete(sent -> cease());
    }

    /** In place of everything else. */
    void refuse(ExportError error) {
        response.setStatusCode(error.status()).putHeader(HttpHeaders.CONTENT_TYPE, "application/json;charset=utf-8");
        Duration retryAfter = error.retryAfter();
        if (retryAfter != null) {
            response.putHeader("Retry-After", String.valueOf(retryAfter.toSeconds()));
        }
        await();
        response.end(NdjsonLines.refusal(error)).onComplete(sent -> cease());
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
            throughput.gave(piece.length());
            response.write(piece);
        }
        await();
        response.drainHandler(drained -> {
            response.drainHandler(null);
            cease();
            pump();
        });
    }

    private void await() {
        cease();
        throughput.waits(timers.nanos());
        set();
    }

    private void set() {
        timer = timers.after(throughput.left(), this::judge);
    }

    private void judge() {
        timer = null;
        if (throughput.isTooLow(timers.nanos())) {
            Cutoff.of(request);
        } else {
            set();
        }
    }

    private void cease() {
        Runnable running = timer;
        if (running != null) {
            running.run();
            timer = null;
            throughput.goesOn(timers.nanos());
        }
    }
}
