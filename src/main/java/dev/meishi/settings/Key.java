package dev.meishi.settings;

/**
 * A key of the gateway, as the documentation describes it.
 *
 * @param section heading that it is under
 * @param name with what an operator chooses in angle brackets, as in {@code meishi.callers.<class>.token}
 * @param type of its value
 * @param byDefault the value that holds unless it is set; empty if there is none
 * @param text what it is for
 */
public record Key(String section, String name, KeyType type, String byDefault, String text) {

    /** Whether the name has a part that an operator chooses. */
    boolean isPattern() {
        return name.contains("<");
    }

    /** Whether it is the key of a name that is set; names of maps may be quoted. */
    boolean covers(String set) {
        return isPattern()
                ? set.matches(name.replace(".", "\\.").replaceAll("<\\w+>", "(?:\"[^\"]*\"|[^.]+(?:\\\\..+)?)"))
                : set.equals(name);
    }
}
