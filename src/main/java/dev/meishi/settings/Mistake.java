package dev.meishi.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One mistake of a configuration: what the framework has found, in a line with the key, what is allowed and what was found. */
final class Mistake {

    /** Of SmallRye Config: a value that cannot be read. */
    private static final Pattern UNREADABLE = Pattern.compile(
            "SRCFG00039: The config property (\\S+) with the config value \"(.*?)\" threw an Exception whilst being converted (.*)",
            Pattern.DOTALL);

    private static final Pattern EMPTY =
            Pattern.compile("SRCFG00040: The config property (\\S+) is defined as the empty String");

    private static final Pattern MISSING = Pattern.compile("SRCFG00014: The config property (\\S+) is required");

    private static final Pattern UNKNOWN =
            Pattern.compile("SRCFG00050: (\\S+) in (.*) does not map to any root", Pattern.DOTALL);

    private static final Pattern FILE = Pattern.compile("PropertiesConfigSource\\[source=([^]]*)].*", Pattern.DOTALL);

    private Mistake() {}

    /** The line of what the framework has found. */
    static String of(String problem) {
        Matcher found = UNREADABLE.matcher(problem);
        if (found.find()) {
            return unreadable(found.group(1), found.group(2), found.group(3));
        }
        found = EMPTY.matcher(problem);
        if (found.find()) {
            return unreadable(found.group(1), "", "");
        }
        found = MISSING.matcher(problem);
        if (found.find()) {
            return found.group(1) + " is missing";
        }
        found = UNKNOWN.matcher(problem);
        if (found.find()) {
            return unknown(found.group(1), found.group(2));
        }
        return oneLine(problem);
    }

    /** The line of a value that is not of its key's type. */
    static String unreadable(Key key, String name, String value) {
        return oneLine(name + " must be " + key.allowed() + ", found '" + value + "'");
    }

    private static String unreadable(String name, String value, String why) {
        return Keys.of(name)
                .map(key -> unreadable(key, name, value))
                .orElseGet(() -> oneLine(
                        name + " cannot be read: " + why.replaceFirst("SRCFG\\d+: ", "") + ", found '" + value + "'"));
    }

    private static String unknown(String key, String place) {
        String meant = Keys.nearest(key);
        String advice = meant == null ? "remove it" : "did you mean " + meant + "?";
        return oneLine(key + " is no key of the gateway, found in " + named(place) + "; " + advice);
    }

    /** What the framework calls a source, in words of an operator. */
    private static String named(String source) {
        return source.startsWith("SysPropConfigSource")
                ? "a system property"
                : FILE.matcher(source).replaceFirst("$1");
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
