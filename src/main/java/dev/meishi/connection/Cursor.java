package dev.meishi.connection;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A place in one particular list: the rank of a result, bound to the filter and order the list was made with. Opaque to
 * callers: Base64url of one version byte, four bytes of rank and eight bytes of the list's fingerprint.
 *
 * @param rank 0-based
 * @param list fingerprint of filter and order, see {@link #fingerprint}
 */
public record Cursor(int rank, long list) {

    private static final byte VERSION = 1;
    private static final int LENGTH = 1 + Integer.BYTES + Long.BYTES;

    /**
     * A number that tells one list from another: the first eight bytes of a SHA-256 over the parts and their lengths.
     *
     * @param parts everything that decides which results are in the list and in which order
     * @return equal for equal parts
     */
    public static long fingerprint(@Nullable Object... parts) {
        MessageDigest digest = sha256();
        for (Object part : parts) {
            byte[] bytes = part == null ? new byte[0] : part.toString().getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(part == null ? -1 : bytes.length)
                    .array());
            digest.update(bytes);
        }
        return ByteBuffer.wrap(digest.digest()).getLong();
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
        if (bytes.length != LENGTH || bytes[0] != VERSION) {
            throw new Failure(ErrorCode.INVALID_CURSOR, "The cursor was not made by this gateway.");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 1, LENGTH - 1);
        Cursor cursor = new Cursor(buffer.getInt(), buffer.getLong());
        if (cursor.rank < 0
                || cursor.rank == Integer.MAX_VALUE
                || !cursor.encode().equals(text)) {
            throw new Failure(ErrorCode.INVALID_CURSOR, "The cursor was not made by this gateway.");
        }
        if (cursor.list != list) {
            throw new Failure(
                    ErrorCode.INVALID_CURSOR,
                    "The cursor belongs to another filter or order; start this list without a cursor.");
        }
        return cursor;
    }

    private static byte[] decode(String text) {
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
     * @return 18 characters of the Base64url alphabet
     */
    public String encode() {
        byte[] bytes = ByteBuffer.allocate(LENGTH)
                .put(VERSION)
                .putInt(rank)
                .putLong(list)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
