package dev.meishi.json;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * JSON being written, in UTF-8 and from left to right. Knows how values are spelt and nothing of where they may stand:
 * commas and brackets are the caller's.
 *
 * <p>A large one is held in parts: it grows without being copied, and is never in need of one free stretch of the heap,
 * which the G1 collector could not move and would round up to whole regions.
 */
public final class JsonBuffer {

    private static final Literal TRUE = new Literal("true");
    private static final Literal FALSE = new Literal("false");
    private static final Literal NULL = new Literal("null");
    private static final byte[] HEX = ascii("0123456789abcdef");

    /** Of one UTF-16 unit: {@code \}{@code u001f}. */
    private static final int MOST_BYTES_A_UNIT = 6;

    /** Longest decimal Int, with its sign. */
    private static final int MOST_DIGITS = 11;

    /** With quotes and offset. */
    private static final int TIME_LENGTH = 27;

    /** Room that there is no end of, for what is bounded otherwise. */
    public static final Room ENDLESS = (spare, least, wanted) -> wanted;

    private static final int LEAST_CAPACITY = 64;

    /** Bytes of a part, but for a longer text. */
    private static final int PART = 64 * 1024;

    /** Bytes that are not worth a copy. */
    private static final int LARGE_SLACK = 4 * 1024;

    private final Room room;

    /** Parts that are written, in their order. */
    private List<ByteBuffer> full = List.of();

    /** Bytes in them, and those of their arrays that are not written on. */
    private int before;

    private int spare;

    private byte[] bytes;
    private int length;

    /** Says how much room there is for what is written, before it is taken. */
    @FunctionalInterface
    public interface Room {

        /**
         * Takes room, in place of what was taken before.
         *
         * @param spare bytes that are held beside those of the JSON, and not written on
         * @param least bytes of JSON without which it cannot be written on
         * @param wanted more than that, so that it is not grown often
         * @return how many bytes of JSON there may be, from {@code least} to {@code wanted}; where there may not be so many
         *     it throws whatever says so
         */
        int make(int spare, int least, int wanted);
    }

    /**
     * An empty one.
     *
     * @param capacity bytes that it is going to have, roughly; it grows as it must
     */
    public JsonBuffer(int capacity) {
        this(capacity, ENDLESS);
    }

    /**
     * An empty one that has no more room than there is.
     *
     * @param capacity bytes that it is going to have, roughly; it grows as it must and can
     * @param room that it is grown within
     */
    public JsonBuffer(int capacity, Room room) {
        this.room = room;
        bytes = new byte[room.make(0, LEAST_CAPACITY, Math.min(Math.max(LEAST_CAPACITY, capacity), PART))];
    }

    /** JSON that is in UTF-8 already. */
    public void raw(Literal json) {
        int room = json.room();
        if (bytes.length - length < room) {
            grow(room);
        }
        json.copyTo(bytes, length);
        length += json.length();
    }

    /** JSON that was written before, and taken by {@link #since}. */
    public void raw(byte[] json) {
        raw(json, 0, json.length);
    }

    /** A part of JSON that was written before. */
    public void raw(byte[] json, int from, int size) {
        if (bytes.length - length < size) {
            grow(size);
        }
        System.arraycopy(json, from, bytes, length, size);
        length += size;
    }

    /**
     * What was written since.
     *
     * @param begin {@link #length()} then
     * @return a copy
     */
    public byte[] since(int begin) {
        if (begin >= before) {
            return Arrays.copyOfRange(bytes, begin - before, length);
        }
        ByteBuffer copy = ByteBuffer.allocate(length() - begin);
        int at = 0;
        for (ByteBuffer part : parts()) {
            int size = part.remaining();
            int skipped = Math.min(Math.max(begin - at, 0), size);
            copy.put(part.position(part.position() + skipped));
            at += size;
        }
        return copy.array();
    }

    /** Takes back the byte that was written last. */
    public void back() {
        if (length > 0) {
            length--;
        } else {
            ByteBuffer last = full.get(full.size() - 1);
            last.limit(last.limit() - 1);
            before--;
            spare++;
        }
    }

    /**
     * Writes what comes before what is written already.
     *
     * @param dropped how many bytes of that go away, from its beginning; they were written at once
     * @param first writes what takes their place
     */
    public void before(int dropped, Consumer<JsonBuffer> first) {
        endPart();
        List<ByteBuffer> behind = full;
        behind.get(0).position(dropped);
        before -= dropped;
        spare += dropped;
        full = new ArrayList<>();
        begin(room.make(spare, before + LEAST_CAPACITY, before + LEAST_CAPACITY));
        first.accept(this);
        endPart();
        full.addAll(behind);
        begin(before);
    }

    /** One byte of JSON. */
    public void raw(char ascii) {
        if (length == bytes.length) {
            grow(1);
        }
        bytes[length++] = (byte) ascii;
    }

    /** The literal for nothing. */
    public void none() {
        raw(NULL);
    }

    /** A boolean. */
    public void bool(boolean value) {
        raw(value ? TRUE : FALSE);
    }

    /** A number. */
    public void number(int value) {
        if (value >= 0 && value <= 9) {
            raw((char) ('0' + value));
            return;
        }
        byte[] digits = new byte[MOST_DIGITS];
        int at = MOST_DIGITS;
        long left = Math.abs((long) value);
        do {
            digits[--at] = (byte) ('0' + left % 10);
            left /= 10;
        } while (left > 0);
        if (value < 0) {
            digits[--at] = '-';
        }
        int size = MOST_DIGITS - at;
        if (bytes.length - length < size) {
            grow(size);
        }
        System.arraycopy(digits, at, bytes, length, size);
        length += size;
    }

    /** A string that is JSON already. */
    public void text(Text text) {
        int size = text.length();
        if (bytes.length - length < size + Text.BEYOND) {
            grow(size + Text.BEYOND);
        }
        bytes[length] = '"';
        int end = text.copyTo(bytes, length + 1);
        bytes[end] = '"';
        length = end + 1;
    }

    /**
     * A string that is JSON already, after what comes before it.
     *
     * @param opening JSON that ends with the string's opening quote
     */
    public void text(Literal opening, Text text) {
        int room = opening.room() + text.length() + Text.BEYOND;
        if (bytes.length - length < room) {
            grow(room);
        }
        byte[] target = bytes;
        opening.copyTo(target, length);
        int end = text.copyTo(target, length + opening.length());
        target[end] = '"';
        length = end + 1;
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
    private void put(int octet) {
        bytes[length++] = (byte) octet;
    }

    /**
     * A time as a string, in the form of RFC 3339 with its own offset.
     *
     * @return false if nothing is written: it has a fraction, or parts that RFC 3339 has no place for
     */
    public boolean time(OffsetDateTime time) {
        int year = time.getYear();
        int offset = time.getOffset().getTotalSeconds();
        if (year < 0 || year > 9_999 || time.getNano() != 0 || offset % 60 != 0) {
            return false;
        }
        if (bytes.length - length < TIME_LENGTH) {
            grow(TIME_LENGTH);
        }
        put('"');
        twoDigits(year / 100);
        twoDigits(year % 100);
        put('-');
        twoDigits(time.getMonthValue());
        put('-');
        twoDigits(time.getDayOfMonth());
        put('T');
        twoDigits(time.getHour());
        put(':');
        twoDigits(time.getMinute());
        put(':');
        twoDigits(time.getSecond());
        if (offset == 0) {
            put('Z');
        } else {
            int minutes = Math.abs(offset) / 60;
            put(offset < 0 ? '-' : '+');
            twoDigits(minutes / 60);
            put(':');
            twoDigits(minutes % 60);
        }
        put('"');
        return true;
    }

    private void twoDigits(int value) {
        put('0' + value / 10);
        put('0' + value % 10);
    }

    /** Bytes written so far. */
    public int length() {
        return before + length;
    }

    /** Bytes of memory that it has. */
    public int capacity() {
        return before + spare + bytes.length;
    }

    /**
     * The bytes themselves, without a copy.
     *
     * @return in their order; of no use once something else is written
     */
    public List<ByteBuffer> parts() {
        List<ByteBuffer> parts = new ArrayList<>(full.size() + 1);
        full.forEach(part -> parts.add(part.duplicate()));
        parts.add(ByteBuffer.wrap(bytes, 0, length));
        return parts;
    }

    /** Gives back what is not written on, if that is much: more than a quarter of what is, which a copy is cheaper than. */
    public void trim() {
        if (bytes.length - length > length() / 4 + LARGE_SLACK) {
            bytes = Arrays.copyOf(bytes, length);
        }
    }

    /** What is written, as text. */
    @Override
    public String toString() {
        return new String(since(0), StandardCharsets.UTF_8);
    }

    /** A small one is copied into twice its room; a large one goes on in a new part. */
    private void grow(int more) {
        if (full.isEmpty() && length + (long) more <= PART) {
            int least = length + more;
            int wanted = Math.min(Math.max(bytes.length * 2, least), PART);
            bytes = Arrays.copyOf(bytes, room.make(spare, before + least, before + wanted) - before);
        } else {
            int written = length();
            int least = Math.addExact(written, more);
            int most = room.make(spare + bytes.length - length, least, Math.max(least, written + PART));
            endPart();
            begin(most);
        }
    }

    private void endPart() {
        if (full.isEmpty()) {
            full = new ArrayList<>();
        }
        full.add(ByteBuffer.wrap(bytes, 0, length));
        before += length;
        spare += bytes.length - length;
    }

    /** A part, for as many bytes of JSON in all. */
    private void begin(int most) {
        bytes = new byte[most - before];
        length = 0;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
