package dev.meishi.json;

import java.nio.charset.StandardCharsets;

/** A piece of JSON that is written often, in UTF-8 once and for all. */
public final class Literal {

    private final byte[] bytes;

    /**
     * A piece of JSON.
     *
     * @param json as it is written
     */
    public Literal(String json) {
        bytes = json.getBytes(StandardCharsets.UTF_8);
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
        return bytes.length;
    }

    void copyTo(byte[] target, int at) {
        System.arraycopy(bytes, 0, target, at, bytes.length);
    }
}
