package dev.meishi.json;

import java.nio.charset.StandardCharsets;

/** Writes strings of Java as strings of JSON (RFC 8259, section 7), in UTF-8. */
public abstract sealed class JsonStrings extends JsonParts permits JsonBuffer {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    /** Of one UTF-16 unit: {@code \}{@code u001f}. */
    private static final int MOST_BYTES_A_UNIT = 6;

    JsonStrings(int capacity, Room room) {
        super(capacity, room);
    }

    /** A string with its quotes; half of a surrogate pair is escaped, as UTF-8 has no way to write it. */
    public void string(String text) {
        int size = text.length();
        if (bytes.length - length < size + 2) {
            grow(size + 2);
        }
        byte[] target = bytes;
        int at = length;
        target[at++] = '"';
        for (int i = 0; i < size; i++) {
            char unit = text.charAt(i);
            if (unit >= 0x80 || unit < ' ' || unit == '"' || unit == '\\') {
                length = at;
                special(text, i);
                return;
            }
            target[at++] = (byte) unit;
        }
        target[at++] = '"';
        length = at;
    }

    private void special(String text, int from) {
        int size = text.length();
        int most = (size - from) * MOST_BYTES_A_UNIT + 1;
        if (bytes.length - length < most) {
            grow(most);
        }
        for (int i = from; i < size; i++) {
            char unit = text.charAt(i);
            if (unit < 0x80) {
                ascii(unit);
            } else if (unit < 0x800) {
                put(0xC0 | (unit >> 6));
                put(0x80 | (unit & 0x3F));
            } else if (Character.isHighSurrogate(unit)
                    && i + 1 < size
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                int point = Character.toCodePoint(unit, text.charAt(++i));
                put(0xF0 | (point >> 18));
                put(0x80 | ((point >> 12) & 0x3F));
                put(0x80 | ((point >> 6) & 0x3F));
                put(0x80 | (point & 0x3F));
            } else if (Character.isSurrogate(unit)) {
                escaped(unit);
            } else {
                put(0xE0 | (unit >> 12));
                put(0x80 | ((unit >> 6) & 0x3F));
                put(0x80 | (unit & 0x3F));
            }
        }
        put('"');
    }

    private void ascii(char unit) {
        switch (unit) {
            case '"', '\\' -> {
                put('\\');
                put(unit);
            }
            case '\n' -> {
                put('\\');
                put('n');
            }
            case '\r' -> {
                put('\\');
                put('r');
            }
            case '\t' -> {
                put('\\');
                put('t');
            }
            default -> {
                if (unit < ' ') {
                    escaped(unit);
                } else {
                    put(unit);
                }
            }
        }
    }

    private void escaped(char unit) {
        put('\\');
        put('u');
        put(HEX[unit >> 12]);
        put(HEX[(unit >> 8) & 0xF]);
        put(HEX[(unit >> 4) & 0xF]);
        put(HEX[unit & 0xF]);
    }

    /** There is room. */
    final void put(int octet) {
        bytes[length++] = (byte) octet;
    }
}
