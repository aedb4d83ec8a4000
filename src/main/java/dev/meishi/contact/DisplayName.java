package dev.meishi.contact;

import dev.meishi.json.Text;
import dev.meishi.lineworks.Blanks;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts the parts of a name in the order of its script, with a blank between them. The script of the family name decides, or
 * that of the given name where the family name has none, as symbols and digits have none: in Han characters, kana and
 * hangul the family name is first. A name of which all parts are hangul has no blank, as Korean spells it. Furigana do not
 * matter, so that contacts with and without them look the same in a list.
 */
final class DisplayName {

    private static final Set<UnicodeScript> FAMILY_NAME_FIRST =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HANGUL, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

    /** Letters of no script of their own by Unicode: the closing mark, the long vowel of kana, and its half-width form. */
    private static final String JAPANESE_MARKS = "\u3006\u30fc\uff70";

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

    /** The furigana in the order of the name that they are of, or else in their own. */
    static @Nullable String phonetic(Name name) {
        String last = part(name.phoneticLastName());
        String first = part(name.phoneticFirstName());
        String phonetic = ordered(
                isFamilyNameFirst(part(name.lastName()), part(name.firstName()), last, first), last, null, first);
        return phonetic.isEmpty() ? null : phonetic;
    }

    /**
     * What to call a contact by, whatever is known of it: its name, its furigana, its company, an e-mail address, a phone
     * number, and at last its id. Of the lists the default entry is first.
     */
    static String of(Contact contact) {
        String name = of(contact.name());
        if (name == null) {
            name = phonetic(contact.name());
        }
        if (name == null) {
            name = first(contact.primaryOrganization(), contact.organizations(), Organization::name);
        }
        if (name == null) {
            name = first(contact.primaryEmail(), contact.emails(), Email::address);
        }
        if (name == null) {
            name = first(contact.primaryPhone(), contact.phones(), Phone::value);
        }
        return name == null ? contact.resourceId().toString() : name;
    }

    private static <T> @Nullable String first(@Nullable T primary, List<T> all, Function<T, @Nullable Text> text) {
        String found = primary == null ? null : part(text.apply(primary));
        for (int i = 0; found == null && i < all.size(); i++) {
            found = part(text.apply(all.get(i)));
        }
        return found;
    }

    private static String core(Name name, @Nullable String middle) {
        String last = part(name.lastName());
        String first = part(name.firstName());
        return ordered(isFamilyNameFirst(last, first), last, middle, first);
    }

    private static String ordered(
            boolean isFamilyNameFirst, @Nullable String last, @Nullable String middle, @Nullable String first) {
        if (!isFamilyNameFirst) {
            return joined(" ", first, middle, last);
        }
        boolean isHangul = isHangul(last) && isHangul(middle) && isHangul(first);
        return joined(isHangul ? "" : " ", last, middle, first);
    }

    private static boolean isHangul(@Nullable String part) {
        return part == null || part.codePoints().allMatch(c -> UnicodeScript.of(c) == UnicodeScript.HANGUL);
    }

    private static boolean isFamilyNameFirst(@Nullable String... parts) {
        for (String part : parts) {
            if (part != null) {
                for (int c : part.codePoints().toArray()) {
                    UnicodeScript script = UnicodeScript.of(c);
                    if (FAMILY_NAME_FIRST.contains(script) || JAPANESE_MARKS.indexOf(c) >= 0) {
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
