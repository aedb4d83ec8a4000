package dev.meishi.differential;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What may stand in a text of LINE WORKS, and what makes trouble in JSON. */
final class RandomTexts {

    private static final List<String> PARTS = List.of(
            "Sato",
            "佐藤",
            "はなこ",
            "김",
            "O'Neil",
            " ",
            "\"",
            "\\",
            "/",
            "</script>",
            "\n",
            "\t",
            "\b\f\r",
            "\u0000",
            "\u001f",
            "\u007f",
            "\u0085",
            "\u2028",
            "\u2029",
            "\ufeff",
            "\uffff",
            "é",
            "e\u0301",
            "😀",
            "𠮷野",
            "👩‍👩‍👧",
            "\uDBFF\uDFFF",
            "\\u0041",
            "null",
            "{}",
            "%00",
            "&amp;");

    private RandomTexts() {}

    /** Mostly plain, sometimes empty or blank. */
    static String any(Dice dice) {
        if (dice.percent(40)) {
            return PARTS.get(dice.below(3)) + dice.below(100);
        }
        StringBuilder text = new StringBuilder();
        for (int i = dice.few(5); i > 0; i--) {
            text.append(dice.oneOf(PARTS));
        }
        return dice.percent(2) ? text.toString().repeat(200) : text.toString();
    }

    static @Nullable String anyOrNull(Dice dice) {
        return dice.orNull(25, () -> any(dice));
    }

    /** One of the names that LINE WORKS has, in whatever case and with whatever around it, or another one. */
    static @Nullable String name(Dice dice, String... known) {
        String name = dice.oneOf(known);
        return switch (dice.below(10)) {
            case 0 -> null;
            case 1 -> any(dice);
            case 2 -> " " + name.toLowerCase(Locale.ROOT) + " ";
            default -> name;
        };
    }
}
