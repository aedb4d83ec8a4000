package dev.meishi.settings;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/** What kind of value a key takes, as the column "type" of the documentation has it in lower case. */
public enum KeyType {
    /** Whether something is so. */
    BOOLEAN("true or false"),
    /** A whole number. */
    INTEGER("a whole number, such as 20"),
    /** A number that may have a fraction. */
    NUMBER("a number, such as 0.5"),
    /** A length of time. */
    DURATION("a duration, such as 500ms, 30s, 5m or 24h"),
    /** A number of bytes. */
    BYTES("a number of bytes, such as 65536, 512K or 64M"),
    /** Bytes, or a part of the heap. */
    MEMORY("a number of bytes, such as 64M, or a share of the heap, such as 20%"),
    /** A moment. */
    TIME("a time, such as 2026-01-31T09:00:00Z"),
    /** A credential, or the file that has it, which its user reads; no message shows its value. */
    SECRET("a secret, or file: and the absolute path of a file that has it"),
    /** Several values. */
    LIST("values, separated by commas"),
    /** One of a few words. */
    CHOICE("one of a few words"),
    /** Any characters. */
    TEXT("a text"),
    /** As the rest of the key says. */
    VARIES("a value of the kind that the rest of the key says");

    private static final Pattern TRUTH = Pattern.compile("(?i)true|false|yes|no|on|off|y|n|1|0");

    private static final Pattern AMOUNT = Pattern.compile("(?i)\\d{1,12}[KMG]?|(\\d{1,2}(\\.\\d{1,3})?|100)%");

    private final String allowed;

    KeyType(String allowed) {
        this.allowed = allowed;
    }

    /** What a value must be, as the rest of a sentence that ends in "must be". */
    String allowed() {
        return allowed;
    }

    /** Whether a value can be read, without blanks around it. */
    boolean isReadable(String value) {
        try {
            Object read = switch (this) {
                case BOOLEAN -> TRUTH.matcher(value).matches() ? value : null;
                case INTEGER -> Long.valueOf(value);
                case NUMBER -> Double.valueOf(value);
                case DURATION -> DurationConverter.parseDuration(value);
                case BYTES -> new MemorySizeConverter().convert(value);
                case MEMORY -> AMOUNT.matcher(value).matches() ? value : null;
                case TIME -> Instant.parse(value);
                case SECRET, LIST, CHOICE, TEXT, VARIES -> value;
            };
            return read != null;
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return false;
        }
    }

    /**
     * Its name in the documentation.
     *
     * @return in lower case
     */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
