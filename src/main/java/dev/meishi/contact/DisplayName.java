package dev.meishi.contact;

import dev.meishi.json.Text;
import dev.meishi.lineworks.Blanks;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts the parts of a name in the order and with the blanks of its script. The script of the family name decides, or
 * that of the given name where the family name has none, as symbols and digits have none. Names in Han characters or
 * hangul alone stand without a blank; kana, in the name or its furigana, and the marks that only Japanese has make it a
 * Japanese one, with a blank.
 */
final class DisplayName {

    private static final Set<UnicodeScript> KANA = EnumSet.of(UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

    private static final Set<UnicodeScript> WITHOUT_BLANK = EnumSet.of(UnicodeScript.HAN, UnicodeScript.HANGUL);

    /** Those of no script of its own by Unicode, or of that of Chinese: 々 〆 〻 ー and its half-width form. */
    private static final String JAPANESE_MARKS = "\u3005\u3006\u303b\u30fc\uff70";

    private DisplayName() {}

    static @Nullable String of(Name name) {
        String core = core(name, null);
        return core.isEmpty() ? part(name.nickName()) : core;
    }

    static @Nullable String of(DetailedName detailed) {
        String core = core(detailed.name(), part(detailed.middleName()));
        return core.isEmpty()
                ? part(detailed.name().nickName())
                : joined(" ", part(detailed.prefix()), core, part(detailed.suffix()));
    }

    private static String core(Name name, @Nullable String middle) {
        String last = part(name.lastName());
        String first = part(name.firstName());
        if (!isFamilyNameFirst(last, first)) {
            return joined(" ", first, middle, last);
        }
        String all = joined("", last, middle, first);
        boolean isJapanese = isJapanese(all)
                || isJapanese(joined("", Text.string(name.phoneticLastName()), Text.string(name.phoneticFirstName())));
        boolean isOneScript = all.codePoints().mapToObj(UnicodeScript::of).allMatch(WITHOUT_BLANK::contains);
        return isJapanese || !isOneScript ? joined(" ", last, middle, first) : all;
    }

    private static boolean isJapanese(String text) {
        return text.codePoints().anyMatch(c -> KANA.contains(UnicodeScript.of(c)) || JAPANESE_MARKS.indexOf(c) >= 0);
    }

    private static boolean isFamilyNameFirst(@Nullable String... parts) {
        for (String part : parts) {
            if (part != null) {
                for (int c : part.codePoints().toArray()) {
                    UnicodeScript script = UnicodeScript.of(c);
                    if (KANA.contains(script) || WITHOUT_BLANK.contains(script) || JAPANESE_MARKS.indexOf(c) >= 0) {
                        return true;
                    }
                    if (script != UnicodeScript.COMMON
                            && script != UnicodeScript.INHERITED
                            && script != UnicodeScript.UNKNOWN) {
                        return false;
                    }
                }
            }
        }
        return false;
    }

    private static @Nullable String part(@Nullable Text text) {
        return Blanks.stripped(Text.string(text));
    }

    private static String joined(String blank, @Nullable String... parts) {
        return Arrays.stream(parts).filter(Objects::nonNull).collect(Collectors.joining(blank));
    }
}
