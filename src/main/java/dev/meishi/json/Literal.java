package dev.meishi.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A piece of JSON that is written often, in UTF-8 once and for all. */
public final class Literal {

    private final String json;
    private final int length;
    private final int room;

    /** Most have no more than two words, which are in the object itself, without another access to memory. */
    private final long first;

    private final long second;
    private final long[] rest;

    /**
     * A piece of JSON.
     *
     * @param json as it is written
     */
    public Literal(String json) {
        this.json = json;
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        length = bytes.length;
        int words = Math.max(2, (length + Long.BYTES - 1) / Long.BYTES);
        room = words * Long.BYTES;
        byte[] padded = Arrays.copyOf(bytes, room);
        first = Utf8.eightBytes(padded, 0);
        second = Utf8.eightBytes(padded, Long.BYTES);
        rest = new long[words - 2];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = Utf8.eightBytes(padded, (i + 2) * Long.BYTES);
        }
    }

    /**
     * A string that needs no escapes, such as a name of the schema.
     *
     * @param name without quotes
     * @return with quotes
     */
    public static Literal quoted(String name) {
        return new Literal('"' + name + '"');
    }

    /**
     * One piece of two.
     *
     * @param more what comes behind this
     * @return both
     */
    public Literal and(String more) {
        return new Literal(json + more);
    }

    /**
     * Heap that it takes.
     *
     * @return bytes, about: 104 of this object, its text and their headers, the text twice (as such, and as words)
     */
    public int weight() {
        return 104 + length + room;
    }

    int length() {
        return length;
    }

    /** How much of a target it is written over, some of it beyond its end. */
    int room() {
        return room;
    }

    /** Eight bytes at a time: most are so short that a copy by the system takes longer to begin than to make. */
    void copyTo(byte[] target, int at) {
        Utf8.eightBytes(target, at, first);
        Utf8.eightBytes(target, at + Long.BYTES, second);
        if (rest.length > 0) {
            int to = at + 2 * Long.BYTES;
            for (long word : rest) {
                Utf8.eightBytes(target, to, word);
                to += Long.BYTES;
            }
        }
    }

    @Override
    public String toString() {
        return json;
    }
}
