package dev.meishi.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A piece of JSON that is written often, in UTF-8 once and for all. */
public final class Literal {

    private final long[] words;
    private final int length;

    /**
     * A piece of JSON.
     *
     * @param json as it is written
     */
    public Literal(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        length = bytes.length;
        words = new long[(length + Long.BYTES - 1) / Long.BYTES];
        byte[] padded = Arrays.copyOf(bytes, room());
        for (int i = 0; i < words.length; i++) {
            words[i] = Utf8.eightBytes(padded, i * Long.BYTES);
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

    int length() {
        return length;
    }

    /** How much of a target it is written over, some of it beyond its end. */
    int room() {
        return words.length * Long.BYTES;
    }

    /** Eight bytes at a time: most are so short that a copy by the system takes longer to begin than to make. */
    void copyTo(byte[] target, int at) {
        int to = at;
        for (long word : words) {
            Utf8.eightBytes(target, to, word);
            to += Long.BYTES;
        }
    }
}
