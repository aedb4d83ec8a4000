package dev.meishi.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an export: a JSON object each, in UTF-8. What is no control character of ASCII, which JSON escapes anyway,
 * and yet ends a line to some readers (Unicode, section 5.8) is escaped: NEXT LINE, LINE SEPARATOR and PARAGRAPH SEPARATOR.
 */
final class NdjsonLines {

    /** What is written at once: as much as the server holds for a reader before it calls that full. */
    private static final int PIECE = 64 * 1024;

    /** For a line at the end of a piece: a contact takes some 1,500 bytes. */
    private static final int SLACK = 4 * 1024;

    private static final JsonMapper JSON = new JsonMapper();

    private static final byte[] CONTACT = ascii("{\"contact\":");
    private static final byte[] NEXT_LINE = ascii("\\u0085");
    private static final byte[] LINE_SEPARATOR = ascii("\\u2028");
    private static final byte[] PARAGRAPH_SEPARATOR = ascii("\\u2029");

    private NdjsonLines() {}

    /**
     * A line for each contact of a page, in pieces.
     *
     * @param page its contacts, and the errors of those that cannot be read
     */
    static List<Buffer> contacts(ExportPage page) {
        List<Buffer> pieces = new ArrayList<>();
        Buffer piece = Buffer.buffer(PIECE + SLACK);
        for (int i = 0; i < page.contacts().size(); i++) {
            if (piece.length() >= PIECE) {
                pieces.add(piece);
                piece = Buffer.buffer(PIECE + SLACK);
            }
            ByteBuffer contact = page.contacts().get(i);
            if (contact.hasRemaining()) {
                piece.appendBytes(CONTACT);
                append(contact, piece);
                piece.appendByte((byte) '}').appendByte((byte) '\n');
            } else {
                piece.appendBuffer(unreadable(page, i));
            }
        }
        if (piece.length() > 0) {
            pieces.add(piece);
        }
        return pieces;
    }

    /** Why a contact cannot be read, and which one it is. */
    private static Buffer unreadable(ExportPage page, int place) {
        Map<String, @Nullable Object> contact = new LinkedHashMap<>();
        contact.put("id", page.id(place));
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("error", page.error(place).toJson());
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
    static Buffer error(ExportError error, @Nullable String cursor) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("error", error.toJson());
        line.put("checkpoint", cursor);
        return line(line);
    }

    /** Why there is nothing. */
    static Buffer refusal(ExportError error) {
        return line(Map.of("error", error.toJson()));
    }

    private static Buffer line(Map<String, ?> object) {
        try {
            Buffer line = Buffer.buffer();
            append(ByteBuffer.wrap(JSON.writeValueAsBytes(object)), line);
            return line.appendByte((byte) '\n');
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(defect);
        }
    }

    private static void append(ByteBuffer json, Buffer line) {
        byte[] bytes = json.array();
        int written = json.arrayOffset() + json.position();
        int end = written + json.remaining();
        for (int i = written; i < end; i++) {
            // The first bytes of U+0085 and of U+2028.
            if (bytes[i] == (byte) 0xC2 || bytes[i] == (byte) 0xE2) {
                byte[] escape = escape(bytes, i, end);
                if (escape != null) {
                    line.appendBytes(bytes, written, i - written).appendBytes(escape);
                    i += bytes[i] == (byte) 0xC2 ? 1 : 2;
                    written = i + 1;
                }
            }
        }
        line.appendBytes(bytes, written, end - written);
    }

    private static byte @Nullable [] escape(byte[] bytes, int at, int end) {
        if (at + 1 < end && bytes[at] == (byte) 0xC2) {
            return bytes[at + 1] == (byte) 0x85 ? NEXT_LINE : null;
        }
        if (at + 2 < end && bytes[at + 1] == (byte) 0x80) {
            return bytes[at + 2] == (byte) 0xA8
                    ? LINE_SEPARATOR
                    : bytes[at + 2] == (byte) 0xA9 ? PARAGRAPH_SEPARATOR : null;
        }
        return null;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
