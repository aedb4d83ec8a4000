package dev.meishi.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Maps, lists and scalars as JSON, written by Jackson: for errors, extensions and introspection, of which an answer has a
 * few. What it has by the hundred is written to a {@link JsonBuffer} directly.
 */
public final class JsonMaps {

    /** With surrogates as escapes: an unpaired one would take the next character with it. */
    private static final JsonMapper JSON = new JsonMapper();

    private JsonMaps() {}

    /**
     * A value by itself.
     *
     * @param value a map, a list, a string, a number, a boolean or null
     * @return its JSON in UTF-8
     */
    public static byte[] bytes(@Nullable Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(defect);
        }
    }

    /**
     * An object into a buffer, piece by piece: of any size, as far as the buffer has room.
     *
     * @param object to be written
     * @param json where to
     */
    public static void write(Map<String, ?> object, JsonBuffer json) {
        try {
            JSON.writeValue(new Into(json), object);
        } catch (IOException wrapped) {
            throw wrapped.getCause() instanceof RuntimeException refused ? refused : new IllegalStateException(wrapped);
        }
    }

    /** What Jackson writes in pieces. */
    private static final class Into extends OutputStream {

        private final JsonBuffer json;

        Into(JsonBuffer json) {
            this.json = json;
        }

        @Override
        public void write(int octet) {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int from, int size) {
            json.raw(octets, from, size);
        }
    }
}
