package dev.meishi.export;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.json.JsonMapper;
import graphql.GraphQLError;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The lines of an export: a JSON object each, in UTF-8. */
final class Lines {

    /** What is written at once: as much as the server holds for a reader before it calls that full. */
    private static final int PIECE = 64 * 1024;

    /** With its surrogates as escapes: one that is half of nothing would take the next character with it. */
    private static final JsonMapper JSON = JsonMapper.builder(
                    new JsonFactoryBuilder().characterEscapes(new LineEnds()).build())
            .build();

    private Lines() {}

    /**
     * A line for each contact, in pieces.
     *
     * @param contacts of a page; null in the place of one that cannot be read
     * @param errors of those that cannot, by their places
     */
    static List<Buffer> contacts(List<?> contacts, Map<Integer, GraphQLError> errors) {
        List<Buffer> pieces = new ArrayList<>();
        Buffer piece = Buffer.buffer();
        for (int i = 0; i < contacts.size(); i++) {
            Object contact = contacts.get(i);
            piece.appendBuffer(
                    contact == null ? broken(Objects.requireNonNull(errors.get(i))) : line(Map.of("contact", contact)));
            if (piece.length() >= PIECE) {
                pieces.add(piece);
                piece = Buffer.buffer();
            }
        }
        if (piece.length() > 0) {
            pieces.add(piece);
        }
        return pieces;
    }

    /** Why a contact cannot be read, and which one it is. */
    private static Buffer broken(GraphQLError error) {
        Map<String, @Nullable Object> contact = new LinkedHashMap<>();
        contact.put("id", error.getExtensions().get("id"));
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("error", Trouble.of(error).toJson());
        line.put("contact", contact);
        return line(line);
    }

    /** Where an export can be resumed, and how many contacts it has had so far. */
    static Buffer checkpoint(@Nullable String cursor, long contacts) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("checkpoint", cursor);
        line.put("contacts", contacts);
        return line(line);
    }

    /** Nothing is missing. */
    static Buffer end(long contacts) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("end", true);
        line.put("contacts", contacts);
        return line(line);
    }

    /** Why there is no more, and where it can be resumed. */
    static Buffer trouble(Trouble trouble, @Nullable String cursor) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("error", trouble.toJson());
        line.put("checkpoint", cursor);
        return line(line);
    }

    /** Why there is nothing. */
    static Buffer refusal(Trouble trouble) {
        return line(Map.of("error", trouble.toJson()));
    }

    /**
     * Escapes what is no control character of ASCII, which JSON escapes anyway, and yet ends a line to some readers
     * (Unicode, section 5.8): NEXT LINE, LINE SEPARATOR and PARAGRAPH SEPARATOR.
     */
    private static final class LineEnds extends CharacterEscapes {

        private static final Map<Integer, SerializableString> ESCAPES = Map.of(
                0x85, new SerializedString("\\u0085"),
                0x2028, new SerializedString("\\u2028"),
                0x2029, new SerializedString("\\u2029"));

        @Override
        public int[] getEscapeCodesForAscii() {
            return standardAsciiEscapesForJSON();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return character < 0x85 || character > 0x2029 ? null : ESCAPES.get(character);
        }
    }

    private static Buffer line(Map<String, ?> object) {
        try {
            return Buffer.buffer(JSON.writeValueAsBytes(object)).appendByte((byte) '\n');
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(defect);
        }
    }
}
