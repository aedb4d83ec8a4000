package dev.meishi.lineworks.http;

import dev.meishi.lineworks.UpstreamPhoto;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The body of an answer, piece by piece. What it has is for the thread of its context alone. */
final class DownloadedPhoto implements UpstreamPhoto {

    /** RFC 9110, 8.8.3; no longer than it need be. */
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"[!#-~]{1,200}\"");

    /** Bytes of a rest that cost less to read than a connection costs to open. */
    private static final int MOST_PASSED_OVER = 256 * 1024;

    /** For the rest to come. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final HttpClientResponse response;
    private final Context context;
    private final Duration timeout;
    private final boolean isUnchanged;
    private @Nullable UniEmitter<? super @Nullable ByteBuffer> waiting;
    private @Nullable Throwable broken;
    private boolean hasEnded;
    private int passedOver;

    /** Of a response of which nothing was read; it is paused. */
    DownloadedPhoto(HttpClientResponse response, Context context, Duration timeout, boolean isUnchanged) {
        this.response = response;
        this.context = context;
        this.timeout = timeout;
        this.isUnchanged = isUnchanged;
        response.handler(this::take).exceptionHandler(this::fail).endHandler(end -> end());
        if (isUnchanged) {
            response.resume();
        }
    }

    /** What can be sent on of an entity tag, or asked for. */
    static @Nullable String sane(@Nullable String tag) {
        return tag != null && TAG.matcher(tag).matches() ? tag : null;
    }

    @Override
    public boolean isUnchanged() {
        return isUnchanged;
    }

    @Override
    public @Nullable String tag() {
        return sane(response.getHeader(HttpHeaders.ETAG));
    }

    @Override
    public long length() {
        String length = response.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : -1;
    }

    @Override
    public Uni<@Nullable ByteBuffer> next() {
        return Uni.createFrom().emitter(emitter -> context.runOnContext(now -> next(emitter)));
    }

    private void next(UniEmitter<? super @Nullable ByteBuffer> emitter) {
        Throwable thrown = broken;
        if (thrown != null) {
            emitter.fail(TransportErrors.from(thrown, timeout));
        } else if (hasEnded) {
            emitter.complete(null);
        } else {
            waiting = emitter;
            response.fetch(1);
        }
    }

    private void take(Buffer piece) {
        UniEmitter<? super @Nullable ByteBuffer> taker = waiting;
        waiting = null;
        if (taker != null) {
            taker.complete(ByteBuffer.wrap(piece.getBytes()));
        }
    }

    private void end() {
        hasEnded = true;
        UniEmitter<? super @Nullable ByteBuffer> taker = waiting;
        waiting = null;
        if (taker != null) {
            taker.complete(null);
        }
    }

    private void fail(Throwable thrown) {
        broken = thrown;
        UniEmitter<? super @Nullable ByteBuffer> taker = waiting;
        waiting = null;
        if (taker != null) {
            taker.fail(TransportErrors.from(thrown, timeout));
        }
    }

    /**
     * Lets a small rest come, so that the connection can be used again. A reset closes it even if the answer is whole but
     * not read, and another call may have it by then; while the answer flows, it is not whole before its last piece is here.
     */
    @Override
    public void abandon() {
        context.runOnContext(now -> {
            if (!hasEnded && broken == null) {
                response.handler(this::passOver).resume();
                context.owner().setTimer(PATIENCE.toMillis(), late -> reset());
            }
        });
    }

    private void passOver(Buffer piece) {
        passedOver += piece.length();
        if (passedOver > MOST_PASSED_OVER) {
            reset();
        }
    }

    private void reset() {
        if (!hasEnded && broken == null) {
            hasEnded = true;
            response.request().reset();
        }
    }
}
