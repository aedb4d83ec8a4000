package dev.meishi.connection;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A position in one particular list: an anchor, bound to the filter and order the list was made with. Opaque to callers:
 * Base64url of a version, an origin, four bytes of rank, and eight bytes each of the list's fingerprint, the anchor's fingerprint
 * and its time. In a list that is read by cursors of the API, an offset, that cursor and a seal follow (version 3).
 *
 * <p>A cursor by rank has no seal: who makes one up is shown nothing that other arguments of the field do not show. A
 * cursor of the API is worth what the API takes it for, so it is accepted if this gateway made it, and from nobody else.
 *
 * @param anchor the result it stands for
 * @param list fingerprint of filter and order, see {@link #fingerprint}
 */
public record Cursor(Anchor anchor, long list) {

    private static final byte BY_RANK = 2;
    private static final byte BY_TOKEN = 3;
    private static final int LENGTH = 1 + 1 + Integer.BYTES + 3 * Long.BYTES;
    private static final int SIGNS = LENGTH * 4 / 3;

    /** Longer than any cursor of an API, with what stands before it. */
    private static final int MAX_SIGNS = 4_000;

    private static final long NO_TIME = Long.MIN_VALUE;

    private static final byte[] NOTHING = {};

    /** Of the times that ISO 8601 writes with a year of four digits; further ones overflow when they are reckoned with. */
    private static final long EARLIEST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();

    private static final long LATEST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    /** By the byte that stands for each. */
    private static final List<Anchor.Origin> ORIGINS =
            List.of(Anchor.Origin.START, Anchor.Origin.END, Anchor.Origin.WINDOW_START, Anchor.Origin.WINDOW_END);

    /**
     * A number that tells one list from another: the first eight bytes of a SHA-256 over the parts and their lengths.
     *
     * @param parts everything that decides which results are in the list and in which order
     * @return equal for equal parts
     */
    public static long fingerprint(@Nullable Object... parts) {
        byte[][] texts = new byte[parts.length][];
        int length = parts.length * Integer.BYTES;
        for (int i = 0; i < parts.length; i++) {
            Object part = parts[i];
            texts[i] = part == null ? NOTHING : part.toString().getBytes(StandardCharsets.UTF_8);
            length += texts[i].length;
        }
        ByteBuffer all = ByteBuffer.allocate(length);
        for (int i = 0; i < parts.length; i++) {
            all.putInt(parts[i] == null ? -1 : texts[i].length).put(texts[i]);
        }
        return ByteBuffer.wrap(sha256().digest(all.array())).getLong();
    }

    /**
     * Reads a cursor that a caller sent.
     *
     * @param text as {@link #encode} wrote it
     * @param scope of the list it is used on
     * @return the cursor
     * @throws Failure {@code INVALID_CURSOR} if the text is no cursor, or belongs to another list or view
     */
    public static Cursor parse(String text, CursorScope scope) {
        byte[] bytes = decode(text);
        if (!isVersion(bytes) || bytes[1] < 0 || bytes[1] >= ORIGINS.size()) {
            throw notOurs();
        }
        boolean isByRank = bytes[0] == BY_RANK;
        if (!isByRank && !scope.seal().isSealed(bytes)) {
            throw new Failure(
                    ErrorCode.INVALID_CURSOR,
                    "The cursor was not issued by this gateway, or was issued for another view of LINE WORKS; start this list without a cursor.");
        }
        int length = isByRank ? bytes.length : bytes.length - CursorSeal.LENGTH;
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 2, length - 2);
        int rank = buffer.getInt();
        long of = buffer.getLong();
        long fingerprint = buffer.getLong();
        long time = buffer.getLong();
        boolean isTime = time == NO_TIME || (EARLIEST <= time && time <= LATEST);
        if (rank < 0 || rank == Integer.MAX_VALUE || !isTime) {
            throw notOurs();
        }
        Position position = isByRank ? new Position.Rank(rank) : token(buffer, rank);
        if (of != scope.list()) {
            throw new Failure(
                    ErrorCode.INVALID_CURSOR,
                    "The cursor belongs to another filter or order; start this list without a cursor.");
        }
        return new Cursor(new Anchor(ORIGINS.get(bytes[1]), position, fingerprint, time == NO_TIME ? null : time), of);
    }

    private static boolean isVersion(byte[] bytes) {
        return bytes.length == LENGTH
                ? bytes[0] == BY_RANK
                : bytes.length >= LENGTH + Integer.BYTES + CursorSeal.LENGTH && bytes[0] == BY_TOKEN;
    }

    private static Position.Token token(ByteBuffer buffer, int rank) {
        int offset = buffer.getInt();
        String cursor = buffer.hasRemaining() ? text(buffer) : null;
        if (offset < (cursor == null ? 0 : -1)) {
            throw notOurs();
        }
        return new Position.Token(cursor, offset, rank);
    }

    private static String text(ByteBuffer utf8) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
        } catch (CharacterCodingException notUtf8) {
            throw notOurs();
        }
    }

    private static Failure notOurs() {
        return new Failure(
                ErrorCode.INVALID_CURSOR,
                "The cursor was not issued by this gateway; start this list without a cursor.");
    }

    /** No two texts mean the same: a length of whole groups of four uses every bit, any other is compared. */
    private static byte[] decode(String text) {
        if (text.length() < SIGNS || text.length() > MAX_SIGNS) {
            return NOTHING;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            return text.length() == SIGNS || text(bytes).equals(text) ? bytes : NOTHING;
        } catch (IllegalArgumentException notBase64) {
            return NOTHING;
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
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
     * @param seal for one of an API
     * @return of the Base64url alphabet: 40 characters, or more with a cursor of the API
     */
    public String encode(CursorSeal seal) {
        return anchor.position() instanceof Position.Token token
                ? text(withToken(token, seal))
                : text(head(BY_RANK, LENGTH).array());
    }

    private byte[] withToken(Position.Token token, CursorSeal seal) {
        String cursor = token.cursor();
        byte[] vendor = cursor == null ? NOTHING : cursor.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = head(BY_TOKEN, LENGTH + Integer.BYTES + vendor.length + CursorSeal.LENGTH)
                .putInt(token.offset())
                .put(vendor)
                .array();
        seal.seal(bytes);
        return bytes;
    }

    private ByteBuffer head(byte version, int length) {
        Long time = anchor.time();
        return ByteBuffer.allocate(length)
                .put(version)
                .put((byte) ORIGINS.indexOf(anchor.origin()))
                .putInt(anchor.rank())
                .putLong(list)
                .putLong(anchor.fingerprint())
                .putLong(time == null ? NO_TIME : time);
    }
}
