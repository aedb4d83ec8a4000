package dev.meishi.settings;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A key of the gateway, as the documentation describes it.
 *
 * @param section heading that it is under
 * @param name with what an operator chooses in angle brackets, as in {@code meishi.callers.<class>.token}
 * @param type of its value
 * @param byDefault the value that holds unless it is set; empty if there is none
 * @param markdown what it is for
 */
public record Key(String section, String name, KeyType type, String byDefault, String markdown) {

    private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");

    private static final Pattern WORD = Pattern.compile("`([^`]*)`");

    /**
     * What it is for.
     *
     * @return without markup
     */
    public String text() {
        return LINK.matcher(markdown).replaceAll("$1").replace("`", "").replace("**", "");
    }

    /** Its values, where it has only a few; else empty. */
    List<String> choices() {
        return type == KeyType.CHOICE
                ? WORD.matcher(markdown).results().map(word -> word.group(1)).toList()
                : List.of();
    }

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
        return type == KeyType.CHOICE ? choices().stream().anyMatch(plain::equalsIgnoreCase) : type.isReadable(plain);
    }

    /** What a value must be, as the rest of a sentence that ends in "must be". */
    String allowed() {
        return type == KeyType.CHOICE ? "one of " + String.join(", ", choices()) : type.allowed();
    }
}
