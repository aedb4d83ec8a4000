package dev.meishi.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text as it stands between the quotes of a JSON string: part of a body that may be much larger and lives as long as
 * the text does. Always valid UTF-8 and valid content of a JSON string, surrogates in pairs, so that it can be copied into
 * an answer as it is. Equal to every text of the same characters, however either is escaped.
 */
public final class Text {

    /** Bytes after a text that {@link #copyTo} may write over. */
    public static final int BEYOND = 2 + Long.BYTES;

    /** Up to here a copy by the system takes longer to begin than to make. */
    private static final int SHORT = 40;

    /** No text. */
    public static final Text EMPTY = new Text(new byte[0], 0, 0, false);

    /** Odd, and with bits of all sizes: a product depends on all of what it is of. */
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final byte[] body;
    private final int from;

    /** The number of bytes; its complement where there are escapes, for an object of 24 bytes has no room for more. */
    private final int length;

    Text(byte[] body, int from, int to, boolean hasEscapes) {
        this.body = body;
        this.from = from;
        this.length = hasEscapes ? ~(to - from) : to - from;
    }

    /**
     * The text of these characters.
     *
     * @param characters any; of a surrogate without its other half a question mark is made, as by any encoder
     * @return the text, with a body of its own
     */
    public static Text of(String characters) {
        String content = Escapes.escaped(characters);
        byte[] body = content.getBytes(StandardCharsets.UTF_8);
        return new Text(body, 0, body.length, content.length() != characters.length());
    }

    /**
     * The characters of a text that may be missing.
     *
     * @param text or null
     * @return its characters, null for null
     */
    public static @Nullable String string(@Nullable Text text) {
        return text == null ? null : text.toString();
    }

    /**
     * How long it is as it stands.
     *
     * @return bytes, without quotes
     */
    public int length() {
        return length < 0 ? ~length : length;
    }

    /**
     * How long a text is that may be missing.
     *
     * @param text or null
     * @return bytes, without quotes; 0 for null
     */
    public static int lengthOf(@Nullable Text text) {
        return text == null ? 0 : text.length();
    }

    /**
     * Whether it has no characters.
     *
     * @return true for the text between two quotes that stand together
     */
    public boolean isEmpty() {
        return length == 0;
    }

    /**
     * A byte as it stands.
     *
     * @param index from 0 up to {@link #length()}, exclusive
     * @return of an escape or of UTF-8
     */
    public byte byteAt(int index) {
        return body[from + index];
    }

    /**
     * Copies it as it stands, without quotes.
     *
     * @param target with room for {@link #length()} bytes and {@link #BEYOND} more, which it may write over
     * @param at where they go
     * @return the place after them
     */
    public int copyTo(byte[] target, int at) {
        int length = length();
        if (length > SHORT || from + length > body.length - Long.BYTES) {
            System.arraycopy(body, from, target, at, length);
        } else {
            for (int i = 0; i < length; i += Long.BYTES) {
                Utf8.eightBytes(target, at + i, Utf8.eightBytes(body, from + i));
            }
        }
        return at + length;
    }

    /**
     * How much memory it keeps from being freed.
     *
     * @return bytes of the whole body
     */
    public int bodyLength() {
        return body.length;
    }

    /** Those that need no escape stand for themselves; all others have one way to be written by {@link #of}. */
    private Text canonical() {
        return length >= 0 ? this : of(toString());
    }

    private boolean isSameBytes(Text other) {
        return Arrays.equals(body, from, from + length(), other.body, other.from, other.from + other.length());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Text text)) {
            return false;
        }
        if (length == text.length && isSameBytes(text)) {
            return true;
        }
        return (length < 0 || text.length < 0) && canonical().isSameBytes(text.canonical());
    }

    @Override
    public int hashCode() {
        Text canonical = canonical();
        int end = canonical.from + canonical.length();
        int at = canonical.from;
        long hash = 1;
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            hash = FACTOR * (hash ^ Utf8.eightBytes(canonical.body, at));
        }
        for (; at < end; at++) {
            hash = FACTOR * (hash ^ canonical.body[at]);
        }
        return Long.hashCode(hash);
    }

    /** Its characters. */
    @Override
    public String toString() {
        String content = new String(body, from, length(), StandardCharsets.UTF_8);
        return length < 0 ? Escapes.unescaped(content) : content;
    }
}
