package dev.meishi.settings;

import java.util.List;

/**
 * A key of the gateway, as the documentation describes it.
 *
 * @param section heading that it is under
 * @param name with what an operator chooses in angle brackets, as in {@code meishi.callers.<class>.token}
 * @param type of its value
 * @param byDefault the value that holds unless it is set; empty if there is none
 * @param text what it is for
 * @param choices its values, where it has only a few; else empty
 */
public record Key(String section, String name, KeyType type, String byDefault, String text, List<String> choices) {

    /** Whether it is the key of a name that is set; names of maps may be quoted. */
    boolean covers(String set) {
        return name.contains("<")
                ? set.matches(name.replace(".", "\\.").replaceAll("<\\w+>", "(?:\"[^\"]*\"|[^.]+(?:\\\\..+)?)"))
                : set.equals(name);
    }

    /** Whether a value is of its type. With an empty one, a key without a default is as good as not set. */
    boolean isReadable(String value) {
        String plain = value.strip();
        if (plain.isEmpty() && byDefault.isEmpty()) {
            return true;
        }
        return choices.isEmpty() ? type.isReadable(plain) : choices.stream().anyMatch(plain::equalsIgnoreCase);
    }

    /** What a value must be, as the rest of a sentence that ends in "must be". */
    String allowed() {
        return choices.isEmpty() ? type.allowed() : "one of " + String.join(", ", choices);
    }
}
