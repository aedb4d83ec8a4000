package dev.meishi.json;

import java.time.OffsetDateTime;

/**
 * JSON being written, in UTF-8 and from left to right. Knows how values are spelt and nothing of where they may stand:
 * commas and brackets are the caller's.
 */
public final class JsonBuffer extends JsonStrings {

    private static final Literal TRUE = new Literal("true");
    private static final Literal FALSE = new Literal("false");
    private static final Literal NULL = new Literal("null");

    /** Longest decimal Int, with its sign. */
    private static final int MOST_DIGITS = 11;

    /** With quotes and offset. */
    private static final int TIME_LENGTH = 27;

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
        super(capacity, room);
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
}
