package dev.meishi.http.body;

import dev.meishi.failure.ErrorCode;
import dev.meishi.graphql.Limit;
import dev.meishi.graphql.Limits;
import dev.meishi.graphql.RequestRefused;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads a request's body up to a size and for a time, whichever ends first. Vert.x's own body handler has a size but no
 * time: a body that arrives byte by byte is never late.
 */
@Singleton
public class BodyReader {

    /** A piece of a body costs about as much whatever is in it. A packet has some 1,400 bytes, and a few are smaller. */
    private static final int LEAST_BYTES_A_PIECE = 256;

    /** This number of pieces may be of any size. */
    private static final int FREE_PIECES = 1_024;

    private final Limits limits;
    private final BodyConfig config;
    private final long maxBytes;
    private final long maxPieces;

    /**
     * With the bounds of a configuration.
     *
     * @param ceiling the server's own, for a limit that is only measured
     */
    BodyReader(
            Limits limits,
            BodyConfig config,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10M") MemorySize ceiling) {
        this.limits = limits;
        this.config = config;
        this.maxBytes = limits.isEnforced(Limit.BODY_BYTES) ? limits.allowed(Limit.BODY_BYTES) : ceiling.asLongValue();
        this.maxPieces = Math.max(FREE_PIECES, maxBytes / LEAST_BYTES_A_PIECE);
    }

    /**
     * The maximum length of a body.
     *
     * @return bytes
     */
    public long maxBytes() {
        return maxBytes;
    }

    /**
     * The body of a request none of which was read yet.
     *
     * @param context of the request
     * @param held where it is reserved as it comes
     * @return completes with the body; fails with {@link RequestRefused} for {@code LIMIT_EXCEEDED},
     *     {@code REQUEST_TIMEOUT}, {@code OVERLOADED} when there is no memory for it, and {@code BAD_REQUEST} when it breaks
     *     off
     */
    public Future<byte[]> read(RoutingContext context, Held held) {
        HttpServerRequest request = context.request();
        long declared = declared(request);
        if (declared > maxBytes) {
            return Future.failedFuture(limits.exceeded(Limit.BODY_BYTES, declared));
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            context.response().writeContinue();
        }
        return read(request, context.vertx(), held);
    }

    private Future<byte[]> read(HttpServerRequest request, Vertx vertx, Held held) {
        Received body = new Received(held);
        Promise<Void> done = Promise.promise();
        Duration timeout = config.bodyTimeout();
        AtomicInteger pieces = new AtomicInteger();
        request.handler(chunk -> {
            if (done.future().isComplete()) {
                return;
            }
            if (pieces.incrementAndGet() > maxPieces) {
                done.tryFail(crumbled(body.length()));
            } else if (body.length() + chunk.length() > maxBytes) {
                done.tryFail(limits.exceeded(Limit.BODY_BYTES, body.length() + (long) chunk.length()));
            } else {
                body.append(chunk, done);
            }
        });
        request.exceptionHandler(broken -> done.tryFail(RequestRefused.of(
                ErrorCode.BAD_REQUEST,
                "The body could not be read to its end; " + body.length() + " bytes had arrived.")));
        request.endHandler(end -> done.tryComplete());
        // A body usually comes with its head, in this very turn, and need no timer.
        vertx.getOrCreateContext().runOnContext(turn -> {
            if (!done.future().isComplete()) {
                long timer = vertx.setTimer(timeout.toMillis(), late -> done.tryFail(late(timeout, body.length())));
                done.future().onComplete(over -> vertx.cancelTimer(timer));
            }
        });
        return done.future().onFailure(body::drop).map(whole -> {
            byte[] read = body.take();
            limits.check(Limit.BODY_BYTES, read.length);
            held.read(read);
            return read;
        });
    }

    /** The bytes received so far. The request refers to it while its connection is open, so the bytes are released at the end. */
    private static final class Received {

        private final Held held;
        private Buffer received = Buffer.buffer();

        Received(Held held) {
            this.held = held;
        }

        int length() {
            return received.length();
        }

        void append(Buffer chunk, Promise<Void> done) {
            try {
                held.sent(length() + chunk.length());
                received.appendBuffer(chunk);
            } catch (RequestRefused overloaded) {
                done.tryFail(overloaded);
            }
        }

        byte[] take() {
            byte[] whole = received.getBytes();
            received = Buffer.buffer();
            return whole;
        }

        /** Of a refused request the connection stays until its answer is sent; what it sent is dropped now. */
        void drop(Throwable refused) {
            received = Buffer.buffer();
        }
    }

    private static RequestRefused crumbled(int bytes) {
        return RequestRefused.of(
                ErrorCode.BAD_REQUEST,
                "The body arrives in too many small chunks: " + bytes + " bytes so far. Send it in larger chunks.");
    }

    private static RequestRefused late(Duration timeout, int bytes) {
        return RequestRefused.of(
                ErrorCode.REQUEST_TIMEOUT,
                "The body did not arrive within " + timeout.toMillis() + " ms; " + bytes + " bytes had arrived.");
    }

    private static long declared(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? -1 : Long.parseLong(length);
        } catch (NumberFormatException notOne) {
            return -1;
        }
    }
}
