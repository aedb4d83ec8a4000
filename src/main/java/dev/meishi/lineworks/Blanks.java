package dev.meishi.lineworks;

import org.jspecify.annotations.Nullable;

/** Blanks in a text that a person typed: those of every kind and width, and characters that are shown as nothing. */
public final class Blanks {

    private Blanks() {}

    /**
     * A text without the blanks around it.
     *
     * @param text or null
     * @return null if there is nothing but blanks
     */
    public static @Nullable String stripped(@Nullable String text) {
        if (text == null) {
            return null;
        }
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (from < to && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return from == to ? null : text.substring(from, to);
    }

    /** All of them are of one UTF-16 unit. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || switch (c) {
                    // zero-width space, word joiner, byte order mark, braille blank, hangul fillers
                    case '\u200b', '\u2060', '\ufeff', '\u2800', '\u115f', '\u1160', '\u3164', '\uffa0' -> true;
                    default -> false;
                };
    }
}
