package dev.meishi.lineworks.v1;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meishi.json.JsonReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What LINE WORKS sends, written as JSON; half a surrogate pair as a question mark. */
public final class SentJson {

    private static final ObjectMapper JACKSON = new ObjectMapper();

    private SentJson() {}

    /** A contact, read of that. */
    public static <C> C read(JacksonContact contact, JsonReader.Value<C> reader) {
        return Objects.requireNonNull(JsonReader.read(of(contact), reader));
    }

    static byte[] of(Record sent) {
        try {
            return JACKSON.writeValueAsString(sent).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
