package dev.meishi.settings;

import java.util.List;

/** The keys as a page for a terminal: each with its type, its default and what it is for. */
public final class KeysPage {

    private static final int WIDTH = 100;

    private static final String INDENT = "      ";

    private KeysPage() {}

    /**
     * The page.
     *
     * @param part of the names that are wanted; all if it is empty
     * @return empty if no key has such a name
     */
    public static String of(String part) {
        StringBuilder page = new StringBuilder();
        String section = "";
        for (Key key : matching(part)) {
            if (!key.section().equals(section)) {
                section = key.section();
                page.append('\n').append(section).append('\n');
            }
            page.append("\n  ")
                    .append(key.name())
                    .append("  ")
                    .append(key.type().title());
            page.append(key.byDefault().isEmpty() ? ", no default" : ", default " + key.byDefault());
            page.append('\n');
            wrap(key.text(), page);
        }
        return page.toString().strip();
    }

    private static List<Key> matching(String part) {
        return Keys.all().stream().filter(key -> key.name().contains(part)).toList();
    }

    private static void wrap(String text, StringBuilder page) {
        StringBuilder line = new StringBuilder(INDENT);
        for (String word : text.split(" ", -1)) {
            if (line.length() > INDENT.length() && line.length() + 1 + word.length() > WIDTH) {
                page.append(line).append('\n');
                line.setLength(INDENT.length());
            }
            line.append(line.length() > INDENT.length() ? " " : "").append(word);
        }
        page.append(line).append('\n');
    }
}
