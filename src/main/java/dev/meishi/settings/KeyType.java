package dev.meishi.settings;

import java.util.Locale;

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
    /** A credential, whose value no message shows. */
    SECRET("the secret itself, or the absolute path of a file that has it and that this process may read"),
    /** A moment. */
    TIME("a time, such as 2026-01-31T09:00:00Z"),
    /** Several values. */
    LIST("values, separated by commas"),
    /** One of a few words. */
    CHOICE("one of the words of its description"),
    /** Any characters. */
    TEXT("a text"),
    /** As the rest of the key says. */
    VARIES("a value of the kind that the rest of the key says");

    private final String allowed;

    KeyType(String allowed) {
        this.allowed = allowed;
    }

    /**
     * What a value must be.
     *
     * @return the rest of a sentence that ends in "must be"
     */
    public String allowed() {
        return allowed;
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
