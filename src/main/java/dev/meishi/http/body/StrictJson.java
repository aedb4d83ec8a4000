package dev.meishi.http.body;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.meishi.failure.ErrorCode;
import dev.meishi.graphql.RequestRefused;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what callers send as JSON (RFC 8259) in UTF-8, to the letter: no invalid or unpaired code point, no name twice,
 * nothing after the value, no nesting or number that could only be meant to hurt. Names of callers are not interned.
 */
public final class StrictJson {

    /** Levels of variables within each other; the schema's own inputs have three. */
    private static final int MAX_NESTING = 64;

    /** Digits of a number, and powers of ten it may be large or small by; an Int has ten. */
    private static final int MAX_DIGITS = 100;

    /** What stands for bytes that are not UTF-8 where nobody is told of them; it may have been sent, too. */
    private static final char REPLACEMENT = '\uFFFD';

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final String EXAMPLE = "{\"query\": \"{ __typename }\"}";

    private static final String HALF_CHARACTER = " has an unpaired surrogate, which is not a character.";

    private static final String BEYOND = " has a number with an exponent beyond " + MAX_DIGITS + ".";

    private static final JsonMapper JSON = JsonMapper.builder(factory())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private StrictJson() {}

    private static JsonFactory factory() {
        JsonFactoryBuilder builder = (JsonFactoryBuilder) JsonFactory.builder();
        return builder.disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_NESTING)
                        .maxNumberLength(MAX_DIGITS)
                        .maxNameLength(Integer.MAX_VALUE)
                        .build())
                .build();
    }

    /**
     * Bytes as text.
     *
     * @param bytes as sent
     * @param what they are, for the message
     * @return the text
     * @throws RequestRefused {@code BAD_REQUEST} if they are not UTF-8
     */
    public static String utf8(byte[] bytes, String what) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : strictUtf8(bytes, what);
    }

    private static String strictUtf8(byte[] bytes, String what) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException invalid) {
            throw refused(what + " is not UTF-8.");
        }
    }

    /**
     * A JSON object.
     *
     * @param text as sent
     * @param what it is, for the message
     * @return its members: maps, lists, strings, numbers, booleans and nulls; null for the value {@code null}
     * @throws RequestRefused {@code BAD_REQUEST} if it is not JSON, or no object
     */
    @SuppressWarnings("unchecked")
    public static @Nullable Map<String, Object> object(String text, String what) {
        requireContent(text, what);
        Object value = value(text, what);
        if (value == null || value instanceof Map<?, ?>) {
            return (Map<String, Object>) value;
        }
        String hint = value instanceof Collection<?>
                ? " Batches are not supported: send each operation in a request of its own."
                : "";
        throw refused(what + " must be a JSON object, but was " + kind(value) + "." + hint);
    }

    private static void requireContent(String text, String what) {
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            throw refused(what + " begins with a byte order mark (U+FEFF), which JSON does not have"
                    + " (RFC 8259, section 8.1); send it without.");
        }
        if (text.isBlank()) {
            String found = text.isEmpty() ? " is empty" : " has only whitespace";
            throw refused(what + found + "; a JSON object is expected, such as " + EXAMPLE + ".");
        }
    }

    private static @Nullable Object value(String text, String what) {
        try {
            Object value = JSON.readValue(text, Object.class);
            requireHarmless(value, text.contains("\\u"), what);
            return value;
        } catch (StreamConstraintsException hostile) {
            throw refused(what + " has values nested more than " + MAX_NESTING + " deep, or a number of more than "
                    + MAX_DIGITS + " digits" + at(hostile) + ".");
        } catch (NumberFormatException hostile) {
            throw refused(what + BEYOND);
        } catch (JacksonException notJson) {
            if (isHalfCharacter(notJson)) {
                throw refused(what + HALF_CHARACTER);
            }
            throw refused(what + " is not JSON" + at(notJson) + "."
                    + (isDuplicate(notJson) ? " An object has a name twice." : ""));
        }
    }

    private static boolean isDuplicate(JacksonException thrown) {
        return String.valueOf(thrown.getOriginalMessage()).startsWith("Duplicate field");
    }

    /** In the name of a member, where the parser itself refuses it. */
    private static boolean isHalfCharacter(JacksonException thrown) {
        return String.valueOf(thrown.getOriginalMessage()).contains("surrogate");
    }

    private static String at(JacksonException thrown) {
        JsonLocation location = thrown.getLocation();
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** Small texts can be large numbers ({@code 1e1000000000}), and an escape, and nothing else, can be half a character. */
    private static void requireHarmless(@Nullable Object value, boolean hasEscapes, String what) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> {
                requireHarmless(name, hasEscapes, what);
                requireHarmless(member, hasEscapes, what);
            });
        } else if (value instanceof Collection<?> list) {
            list.forEach(member -> requireHarmless(member, hasEscapes, what));
        } else if (value instanceof BigDecimal number && Math.abs((long) number.scale()) > MAX_DIGITS) {
            throw refused(what + BEYOND);
        } else if (hasEscapes && value instanceof String text && hasHalfCharacter(text)) {
            throw refused(what + HALF_CHARACTER);
        }
    }

    private static boolean hasHalfCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /**
     * What a value is, in JSON's words.
     *
     * @param value as {@link #object} returns them
     * @return with its article, such as {@code a string}
     */
    public static String kind(@Nullable Object value) {
        if (value instanceof Map<?, ?>) {
            return "an object";
        }
        if (value instanceof Collection<?>) {
            return "an array";
        }
        if (value instanceof String) {
            return "a string";
        }
        if (value instanceof Boolean) {
            return "a boolean";
        }
        return value == null ? "null" : "a number";
    }

    private static RequestRefused refused(String message) {
        return RequestRefused.of(ErrorCode.BAD_REQUEST, message);
    }
}
