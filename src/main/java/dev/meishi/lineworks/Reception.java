package dev.meishi.lineworks;

import io.netty.buffer.UnpooledByteBufAllocator;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.util.Arrays;
import java.util.Objects;

/**
 * Takes the body of an answer into one array, as long as the answer says that it is. Vert.x itself begins with nothing,
 * and copies all that it has for every piece that comes: ten megabytes for a page of 500 contacts.
 */
final class Reception {

    /** Room for an answer that does not say how long it is; doubled as it must be. */
    private static final int FIRST_ROOM = 16 * 1024;

    /** Room for an answer that says that it is longer: memory is for what came, not for what was promised. */
    private static final int MOST_ROOM = 1024 * 1024;

    private final HttpClientResponse response;
    private final int mostBytes;
    private final Promise<byte[]> whole = Promise.promise();

    /** Of Netty's making, as it does not write zeros where the answer is going to be written; none is read beyond the length. */
    private byte[] bytes;

    private int length;

    private Reception(HttpClientResponse response, int mostBytes, int room) {
        this.response = response;
        this.mostBytes = mostBytes;
        this.bytes = UnpooledByteBufAllocator.DEFAULT.heapBuffer(room, room).array();
    }

    /**
     * Takes a body of which nothing has come yet.
     *
     * @param response its head
     * @param mostBytes more are not taken, and the connection is closed
     * @return the body; fails with {@code UPSTREAM_INVALID} if it is too long, and with what Vert.x says if it breaks off
     */
    static Future<byte[]> of(HttpClientResponse response, int mostBytes) {
        long length = named(response);
        int room = length < 0 ? FIRST_ROOM : (int) Math.min(length, MOST_ROOM);
        Reception reception = new Reception(response, mostBytes, Math.min(room, mostBytes));
        response.handler(reception::take)
                .exceptionHandler(reception.whole::tryFail)
                .endHandler(end -> reception.end());
        if (length > mostBytes) {
            reception.refuse();
        }
        return reception.whole.future();
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
        if (size > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(mostBytes, Math.max(2L * bytes.length, length + size)));
        }
        piece.getBytes(0, size, bytes, length);
        length += size;
    }

    private void end() {
        whole.tryComplete(length == bytes.length ? bytes : Arrays.copyOf(bytes, length));
    }

    private void refuse() {
        whole.tryFail(TransportErrors.invalid(
                "its answer has more than " + mostBytes + " bytes (meishi.upstream.max-answer)"));
        response.request().reset();
    }
}
