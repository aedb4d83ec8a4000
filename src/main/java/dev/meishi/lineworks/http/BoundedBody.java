package dev.meishi.lineworks.http;

import dev.meishi.failure.Failure;
import dev.meishi.memory.Budget;
import dev.meishi.memory.Reservation;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.util.Arrays;
import java.util.Objects;

/**
 * Receives the body of an answer into one array, of the length that the answer names. Vert.x itself starts with an empty
 * buffer and copies all of it for every piece that arrives: ten megabytes for a page of 500 contacts.
 */
final class BoundedBody {

    /** Room for an answer that does not say how long it is; doubled as it must be. */
    private static final int FIRST_ROOM = 16 * 1024;

    /** Room for an answer that says that it is longer: memory is for what came, not for what was promised. */
    private static final int MOST_ROOM = 1024 * 1024;

    private final HttpClientResponse response;
    private final int mostBytes;
    private final Reservation reservation;
    private final Promise<byte[]> whole = Promise.promise();

    /** Of Netty's making, as it does not write zeros where the answer is going to be written; none is read beyond the length. */
    private byte[] bytes;

    private int length;

    private BoundedBody(HttpClientResponse response, int mostBytes, Reservation reservation, int room) {
        this.response = response;
        this.mostBytes = mostBytes;
        this.reservation = reservation;
        this.bytes = UnpooledByteBufAllocator.DEFAULT.heapBuffer(room, room).array();
    }

    /**
     * Takes a body of which nothing has come yet.
     *
     * @param response its head
     * @param mostBytes more are not taken, and the connection is closed
     * @param budget of what is being received
     * @return the body; fails with {@code UPSTREAM_INVALID} if it is too long, with {@code OVERLOADED} if there is no memory
     *     for it, and with what Vert.x says if it breaks off
     */
    static Future<byte[]> of(HttpClientResponse response, int mostBytes, Budget budget) {
        long length = named(response);
        int named = length < 0 ? FIRST_ROOM : (int) Math.min(length, MOST_ROOM);
        int room = Math.min(named, mostBytes);
        Reservation reservation = budget.open();
        try {
            reservation.atLeast(room);
        } catch (Failure overloaded) {
            response.request().reset();
            return Future.failedFuture(overloaded);
        }
        BoundedBody body = new BoundedBody(response, mostBytes, reservation, room);
        response.handler(body::take).exceptionHandler(body.whole::tryFail).endHandler(end -> body.end());
        if (length > mostBytes) {
            body.refuse();
        }
        return body.whole.future().onComplete(over -> reservation.close());
    }

    /** Negative if it is not named. */
    private static long named(HttpClientResponse response) {
        try {
            return Long.parseLong(Objects.requireNonNullElse(response.getHeader(HttpHeaders.CONTENT_LENGTH), "-1"));
        } catch (NumberFormatException notALength) {
            return -1;
        }
    }

    private void take(Buffer piece) {
        int size = piece.length();
        if (size > mostBytes - length) {
            refuse();
            return;
        }
        if (size > bytes.length - length && !hasGrown(length + size)) {
            return;
        }
        piece.getBytes(0, size, bytes, length);
        length += size;
    }

    /** To twice what there was, or as much as it must; while it is copied both are held. */
    private boolean hasGrown(int least) {
        int room = (int) Math.min(mostBytes, Math.max(2L * bytes.length, least));
        try {
            reservation.atLeast((long) bytes.length + room);
        } catch (Failure overloaded) {
            whole.tryFail(overloaded);
            response.request().reset();
            return false;
        }
        bytes = Arrays.copyOf(bytes, room);
        reservation.atMost(room);
        return true;
    }

    private void end() {
        whole.tryComplete(length == bytes.length ? bytes : Arrays.copyOf(bytes, length));
    }

    private void refuse() {
        whole.tryFail(TransportErrors.invalid("it has more than " + mostBytes + " bytes (meishi.upstream.max-answer)"));
        response.request().reset();
    }
}
