package dev.meishi.contact;

import dev.meishi.json.Text;
import io.smallrye.graphql.api.Nullable;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts the parts of a name in the order and with the blanks of its script. The script of the family name decides, or
 * that of the given name where there is no family name; kana, in the name or its furigana, mark it as Japanese.
 */
final class DisplayName {

    private static final Set<UnicodeScript> KANA = EnumSet.of(UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

    private static final Set<UnicodeScript> FAMILY_NAME_FIRST =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HANGUL, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

    private DisplayName() {}

    static @Nullable String of(Name name) {
        String last = part(name.lastName());
        String first = part(name.firstName());
        String core = core(name, last, first);
        if (core.isEmpty()) {
            return part(name.nickName());
        }
        return joined(" ", part(name.prefix()), core, part(name.suffix()));
    }

    private static String core(Name name, @Nullable String last, @Nullable String first) {
        String middle = part(name.middleName());
        if (!isFamilyNameFirst(last == null ? first : last)) {
            return joined(" ", first, middle, last);
        }
        String all = joined("", last, middle, first);
        boolean isJapanese = hasKana(all)
                || hasKana(joined("", Text.string(name.phoneticLastName()), Text.string(name.phoneticFirstName())));
        boolean isOneScript = all.codePoints()
                .allMatch(c -> UnicodeScript.of(c) == UnicodeScript.HAN || UnicodeScript.of(c) == UnicodeScript.HANGUL);
        return isJapanese || !isOneScript ? joined(" ", last, middle, first) : all;
    }

    private static boolean hasKana(String text) {
        return text.codePoints().mapToObj(UnicodeScript::of).anyMatch(KANA::contains);
    }

    private static boolean isFamilyNameFirst(@Nullable String part) {
        if (part == null) {
            return false;
        }
        return part.codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
                .findFirst()
                .map(FAMILY_NAME_FIRST::contains)
                .orElse(false);
    }

    private static @Nullable String part(@Nullable Text text) {
        String part = text == null ? "" : text.toString().strip();
        return part.isEmpty() ? null : part;
    }

    private static String joined(String blank, @Nullable String... parts) {
        return Arrays.stream(parts).filter(Objects::nonNull).collect(Collectors.joining(blank));
    }
}
