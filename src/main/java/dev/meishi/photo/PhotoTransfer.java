package dev.meishi.photo;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.lineworks.UpstreamPhoto;
import dev.meishi.log.LogThrottle;
import dev.meishi.server.Cutoff;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * Sends one photo: the next piece is asked for when the client has taken the one before, so that two are in memory at most.
 * It has an end in time, and ends with its client. For one thread, that of the request.
 */
final class PhotoTransfer {

    /** What is in memory of a photo: a piece that is read, and what the server holds for its client. */
    static final int PIECES = 128 * 1024;

    private static final Logger LOG = Logger.getLogger(PhotoTransfer.class);
    /** Clients could have a line written as often as they like. */
    private static final LogThrottle<ErrorCode> THROTTLE = new LogThrottle<>(Duration.ofMinutes(1));

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final PhotosConfig config;
    private final Runnable over;
    private final Context context;
    private final Buffer first = Buffer.buffer();
    private Cancellable asking = () -> {};
    private @Nullable UpstreamPhoto photo;
    private long received;
    private long timer;
    private boolean isOver;

    PhotoTransfer(Vertx vertx, HttpServerRequest request, PhotosConfig config, Runnable over) {
        this.vertx = vertx;
        this.request = request;
        this.response = request.response();
        this.config = config;
        this.over = over;
        this.context = vertx.getOrCreateContext();
    }

    /** Asks for the photo and sends it. */
    void begin(Uni<UpstreamPhoto> opening) {
        response.exceptionHandler(broken -> finish());
        response.closeHandler(closed -> finish());
        timer = vertx.setTimer(Math.max(1, config.timeout().toMillis()), late -> tooLate());
        asking = opening.subscribe()
                .with(
                        found -> here(found, this::opened, found::abandon),
                        thrown -> here(thrown, this::failed, () -> {}));
    }

    /** On the thread of the request, unless this is over by then. */
    private <T extends @Nullable Object> void here(T value, Consumer<T> next, Runnable otherwise) {
        context.runOnContext(now -> {
            if (isOver) {
                otherwise.run();
                return;
            }
            try {
                next.accept(value);
            } catch (Failure failure) {
                failed(failure);
            } catch (RuntimeException defect) {
                LOG.error("Unexpected in a photo", defect);
                failed(new Failure(ErrorCode.INTERNAL, "The gateway failed; its log has the cause."));
            }
        });
    }

    private void opened(UpstreamPhoto found) {
        photo = found;
        if (found.isUnchanged()) {
            PhotoHead.unchanged(response, found.tag(), config.maxAge());
            finish();
            response.end();
            return;
        }
        requireSize(found.length());
        read(found);
    }

    private void read(UpstreamPhoto from) {
        asking = from.next()
                .subscribe()
                .with(
                        piece -> here(piece, next -> took(from, next), () -> {}),
                        thrown -> here(thrown, this::failed, () -> {}));
    }

    private void took(UpstreamPhoto from, @Nullable ByteBuffer piece) {
        Buffer next = piece == null ? Buffer.buffer() : Buffer.buffer(bytes(piece));
        received += next.length();
        requireSize(received);
        if (!response.headWritten()) {
            first.appendBuffer(next);
            if (piece != null && first.length() < ImageType.SIGNATURE) {
                read(from);
                return;
            }
            start(from);
            if (isOver) {
                return;
            }
            next = first;
        }
        if (piece == null) {
            response.end(next).onComplete(done -> finish());
        } else {
            write(from, next);
        }
    }

    private static byte[] bytes(ByteBuffer piece) {
        byte[] bytes = new byte[piece.remaining()];
        piece.get(bytes);
        return bytes;
    }

    private void start(UpstreamPhoto from) {
        ImageType type = ImageType.of(first);
        if (type == null) {
            throw new Failure(
                    ErrorCode.UPSTREAM_INVALID,
                    "LINE WORKS sent something else in place of a photo: it is no PNG, JPEG, GIF, WebP or BMP.");
        }
        PhotoHead.photo(response, type, from.length(), from.tag(), config.maxAge());
        if (request.method().equals(HttpMethod.HEAD)) {
            finish();
            response.end();
        }
    }

    private void write(UpstreamPhoto from, Buffer piece) {
        response.write(piece);
        if (response.writeQueueFull()) {
            response.drainHandler(drained -> {
                response.drainHandler(null);
                if (!isOver) {
                    read(from);
                }
            });
        } else {
            read(from);
        }
    }

    private void requireSize(long bytes) {
        long most = config.maxSize().asLongValue();
        if (bytes > most) {
            throw new Failure(
                    ErrorCode.UPSTREAM_INVALID,
                    "LINE WORKS sent an invalid answer: a photo of more than " + most
                            + " bytes (meishi.photos.max-size).");
        }
    }

    private void tooLate() {
        failed(new Failure(
                ErrorCode.OPERATION_TIMEOUT,
                "The photo took longer than " + config.timeout().toMillis() + " ms (meishi.photos.timeout)."));
    }

    /** A client that has a part of it already sees that the connection ends too early. */
    private void failed(Throwable thrown) {
        Failure failure = thrown instanceof Failure known
                ? known
                : new Failure(ErrorCode.INTERNAL, "The gateway failed; its log has the cause.");
        if (!(thrown instanceof Failure)) {
            LOG.error("Unexpected in a photo", thrown);
        }
        if (isOver) {
            return;
        }
        finish();
        if (response.headWritten()) {
            LOG.logf(
                    THROTTLE.isDue(failure.code()) ? Level.WARN : Level.DEBUG,
                    "A photo was broken off: %s %s (warned of once a minute)",
                    failure.code(),
                    failure.summary());
            Cutoff.of(request);
        } else {
            refuse(failure);
        }
    }

    /** In place of a photo; a client that does not read it in time is cut off. */
    void refuse(Failure failure) {
        LOG.debugf("No photo: %s", failure.summary());
        Duration longest = config.timeout();
        long late = vertx.setTimer(Math.max(1, longest.toMillis()), over -> Cutoff.of(request));
        response.end(PhotoHead.refusal(response, failure, config.maxAge())).onComplete(done -> vertx.cancelTimer(late));
    }

    private void finish() {
        if (!isOver) {
            isOver = true;
            vertx.cancelTimer(timer);
            asking.cancel();
            UpstreamPhoto open = photo;
            if (open != null) {
                open.abandon();
            }
            over.run();
        }
    }
}
