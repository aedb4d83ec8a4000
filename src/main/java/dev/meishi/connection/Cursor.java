package dev.meishi.connection;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in one particular list: an anchor, bound to the filter and order the list was made with. Opaque to callers:
 * Base64url of a version, a origin, four bytes of rank, and eight bytes each of the list's fingerprint, the anchor's mark
 * and its time.
 *
 * @param anchor the result it stands for
 * @param list fingerprint of filter and order, see {@link #fingerprint}
 */
public record Cursor(Anchor anchor, long list) {

    private static final byte VERSION = 2;
    private static final int LENGTH = 1 + 1 + Integer.BYTES + 3 * Long.BYTES;
    private static final int SIGNS = LENGTH * 4 / 3;
    private static final long NO_TIME = Long.MIN_VALUE;

    private static final byte[] NOTHING = {};

    /** Of the parts of a list, together and usually. */
    private static final int PARTS_LENGTH = 256;

    /** Of the times that ISO 8601 writes with a year of four digits; further ones overflow when they are reckoned with. */
    private static final long EARLIEST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();

    private static final long LATEST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    /** By the byte that stands for each. */
    private static final List<Anchor.Origin> FRAMES =
            List.of(Anchor.Origin.START, Anchor.Origin.END, Anchor.Origin.WINDOW_START, Anchor.Origin.WINDOW_END);

    /**
     * A number that tells one list from another: the first eight bytes of a SHA-256 over the parts and their lengths.
     *
     * @param parts everything that decides which results are in the list and in which order
     * @return equal for equal parts
     */
    public static long fingerprint(@Nullable Object... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(PARTS_LENGTH);
        for (Object part : parts) {
            byte[] bytes = part == null ? NOTHING : part.toString().getBytes(StandardCharsets.UTF_8);
            int length = part == null ? -1 : bytes.length;
            for (int bits = Integer.SIZE - Byte.SIZE; bits >= 0; bits -= Byte.SIZE) {
                all.write(length >> bits);
            }
            all.write(bytes, 0, bytes.length);
        }
        return ByteBuffer.wrap(sha256().digest(all.toByteArray())).getLong();
    }

    /**
     * Reads a cursor that a caller sent.
     *
     * @param text as {@link #encode()} wrote it
     * @param list fingerprint of the list it is used on
     * @return the cursor
     * @throws Failure {@code INVALID_CURSOR} if the text is no cursor or belongs to another list
     */
    public static Cursor parse(String text, long list) {
        byte[] bytes = decode(text);
        if (bytes.length != LENGTH || bytes[0] != VERSION || bytes[1] < 0 || bytes[1] >= FRAMES.size()) {
            throw new Failure(ErrorCode.INVALID_CURSOR, "The cursor was not made by this gateway.");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 2, LENGTH - 2);
        int rank = buffer.getInt();
        long of = buffer.getLong();
        long mark = buffer.getLong();
        long time = buffer.getLong();
        boolean isTime = time == NO_TIME || (EARLIEST <= time && time <= LATEST);
        if (rank < 0 || rank == Integer.MAX_VALUE || !isTime) {
            throw new Failure(ErrorCode.INVALID_CURSOR, "The cursor was not made by this gateway.");
        }
        if (of != list) {
            throw new Failure(
                    ErrorCode.INVALID_CURSOR,
                    "The cursor belongs to another filter or order; start this list without a cursor.");
        }
        return new Cursor(new Anchor(FRAMES.get(bytes[1]), rank, mark, time == NO_TIME ? null : time), of);
    }

    /** The length is of whole groups of four, so every sign counts and no two texts mean the same. */
    private static byte[] decode(String text) {
        if (text.length() != SIGNS) {
            return new byte[0];
        }
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /**
     * The cursor as callers see it.
     *
     * @return 40 characters of the Base64url alphabet
     */
    public String encode() {
        Long time = anchor.time();
        byte[] bytes = ByteBuffer.allocate(LENGTH)
                .put(VERSION)
                .put((byte) FRAMES.indexOf(anchor.origin()))
                .putInt(anchor.rank())
                .putLong(list)
                .putLong(anchor.mark())
                .putLong(time == null ? NO_TIME : time)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
