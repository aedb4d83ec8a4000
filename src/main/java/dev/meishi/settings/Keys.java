package dev.meishi.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Every key of the gateway. What is known of them is read from the pages of the documentation that are packaged with the
 * program, and a test compares those with the settings' declarations.
 */
public final class Keys {

    private static final List<String> PAGES = List.of("configuration.md", "errors-and-limits.md");

    private static final String ROW = "| `meishi.";

    private static final String CELL = " | ";

    /** How many characters a misspelt key may have wrong. */
    private static final int MOST_WRONG = 4;

    private static final List<Key> ALL =
            PAGES.stream().flatMap(page -> read(text(page)).stream()).toList();

    private Keys() {}

    /**
     * All of them, in the order of the documentation.
     *
     * @return with what the documentation says of them
     */
    public static List<Key> all() {
        return ALL;
    }

    /** The key of a name that is set. */
    static Optional<Key> of(String set) {
        return ALL.stream()
                .filter(key -> key.name().equals(set))
                .findFirst()
                .or(() -> ALL.stream().filter(key -> key.covers(set)).findFirst());
    }

    /** The key that somebody may have meant; null if none is like it. */
    static @Nullable String nearest(String unknown) {
        return ALL.stream()
                .map(Key::name)
                .filter(name -> distance(name, unknown) <= MOST_WRONG)
                .min(Comparator.comparingInt(name -> distance(name, unknown)))
                .orElse(null);
    }

    private static List<Key> read(String page) {
        List<Key> keys = new ArrayList<>();
        String section = "";
        for (String line : page.lines().toList()) {
            if (line.startsWith("## ")) {
                section = line.substring(3);
            } else if (line.startsWith(ROW)) {
                keys.add(ofRow(section, line));
            }
        }
        return keys;
    }

    /** Of the cells key, type, default and what it is for; without regular expressions, as a start reads them all. */
    private static Key ofRow(String section, String line) {
        int type = line.indexOf(CELL);
        int byDefault = line.indexOf(CELL, type + 1);
        int text = line.indexOf(CELL, byDefault + 1);
        String value = line.substring(byDefault + CELL.length(), text).replace("`", "");
        return new Key(
                section,
                line.substring(CELL.length() - 1, type).replace("`", ""),
                KeyType.valueOf(line.substring(type + CELL.length(), byDefault).toUpperCase(Locale.ROOT)),
                value.equals("–") ? "" : value,
                line.substring(text + CELL.length(), line.length() - CELL.length() + 1));
    }

    private static String text(String page) {
        try (InputStream in = Keys.class.getResourceAsStream("/META-INF/meishi/" + page)) {
            if (in == null) {
                throw new IllegalStateException(page + " is not packaged");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** How many characters have to be added, removed or replaced to make one of the other (Levenshtein). */
    static int distance(String one, String other) {
        int[] before = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(before[j], row[j - 1]));
            }
            before = row;
        }
        return before[other.length()];
    }
}
