package dev.meishi.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds its way through UTF-8 (RFC 3629, section 4), eight bytes at a time where they are plain. */
final class Utf8 {

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final VarHandle FOUR_BYTES =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = ONES << 7;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long BLANKS = ONES * ' ';

    /** What tells a sequence of three bytes, the first of them in the lowest byte. */
    private static final int THREE_MASK = 0xc0c0f0;

    private static final int THREE = 0x8080e0;

    private Utf8() {}

    static long eightBytes(byte[] body, int at) {
        return (long) EIGHT_BYTES.get(body, at);
    }

    static void eightBytes(byte[] target, int at, long bytes) {
        EIGHT_BYTES.set(target, at, bytes);
    }

    /** Whether these four stand at a place. */
    static boolean isAt(byte[] body, int at, int fourBytes) {
        return at <= body.length - Integer.BYTES && (int) FOUR_BYTES.get(body, at) == fourBytes;
    }

    /** The first place from here on with a quote, a backslash, a control character or something beyond ASCII. */
    static int plainEnd(byte[] body, int from) {
        int at = from;
        while (at <= body.length - Long.BYTES) {
            long found = unplain(eightBytes(body, at));
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
            at += Long.BYTES;
        }
        while (at < body.length && body[at] >= ' ' && body[at] != '"' && body[at] != '\\') {
            at++;
        }
        return at;
    }

    /** The high bit of the first such byte is set, those of the bytes before it are not; what follows is of no meaning. */
    private static long unplain(long bytes) {
        long quote = bytes ^ QUOTES;
        long backslash = bytes ^ BACKSLASHES;
        return (((quote - ONES) & ~quote) | ((backslash - ONES) & ~backslash) | ((bytes - BLANKS) & ~bytes) | bytes)
                & HIGH_BITS;
    }

    /** The place after the characters beyond ASCII from here on; negative if they are not what UTF-8 allows. */
    static int beyondAsciiEnd(byte[] body, int from) {
        int at = from;
        while (at < body.length && body[at] < 0) {
            if (at <= body.length - Integer.BYTES && isPlainThree((int) FOUR_BYTES.get(body, at))) {
                at += 3;
                continue;
            }
            int length = sequenceLength(body, at);
            if (length == 0) {
                return -1;
            }
            at += length;
        }
        return at;
    }

    /**
     * Whether four bytes begin with a sequence of three, as Japanese and Korean have them, whose first byte alone does not
     * restrict the second.
     */
    private static boolean isPlainThree(int bytes) {
        int lead = bytes & 0xff;
        return (bytes & THREE_MASK) == THREE && lead != 0xe0 && lead != 0xed;
    }

    /** 0 if there is no valid sequence. */
    private static int sequenceLength(byte[] body, int at) {
        int lead = body[at] & 0xff;
        int left = body.length - at;
        if (lead >= 0xe0 && lead < 0xf0) {
            return left >= 3 && isSecond(lead, body[at + 1]) && isLater(body[at + 2]) ? 3 : 0;
        }
        if (lead < 0xe0) {
            return lead >= 0xc2 && left >= 2 && isLater(body[at + 1]) ? 2 : 0;
        }
        return lead <= 0xf4
                        && left >= 4
                        && isSecond(lead, body[at + 1])
                        && isLater(body[at + 2])
                        && isLater(body[at + 3])
                ? 4
                : 0;
    }

    private static boolean isLater(byte b) {
        return b < (byte) 0xc0;
    }

    /** No overlong form, no surrogate, nothing beyond U+10FFFF. */
    private static boolean isSecond(int lead, byte b) {
        return switch (lead) {
            case 0xe0 -> isLater(b) && b >= (byte) 0xa0;
            case 0xed -> b < (byte) 0xa0;
            case 0xf0 -> isLater(b) && b >= (byte) 0x90;
            case 0xf4 -> b < (byte) 0x90;
            default -> isLater(b);
        };
    }
}
