package dev.meishi.contact;

import dev.meishi.json.Text;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a contact has a part of an address or of a number, however both are written: wide or narrow, large or small, with
 * signs between digits or without.
 */
final class ContactParts {

    /** The digits of the number of a line, and of those that come before it in a region, an office or a company. */
    private static final int GROUP = 4;

    private static final int GROUP_OF_AREA = 3;

    /** Digits of a number of a line with its area, without the leading 0, of which the area has two or one. */
    private static final int WITH_AREA = 9;

    private ContactParts() {}

    static boolean hasEmail(Contact contact, String part) {
        String wanted = folded(part);
        for (Email email : contact.emails()) {
            String address = Text.string(email.address());
            if (address != null && folded(address).contains(wanted)) {
                return true;
            }
        }
        return false;
    }

    static boolean hasPhone(Contact contact, String part) {
        String wanted = digits(part);
        for (Phone phone : contact.phones()) {
            String value = Text.string(phone.value());
            if (value != null && digits(value).contains(wanted)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The digits of a number as they are mostly written: in groups from the end. LINE WORKS may compare numbers as they are
     * written, which is not documented.
     *
     * @param digits without a leading 0
     * @return null if they are too few for a second group
     */
    static @Nullable String dashed(String digits) {
        int length = digits.length();
        if (length <= GROUP || !digits.equals(digits(digits))) {
            return null;
        }
        boolean isOfCity = digits.startsWith("3") || digits.startsWith("6");
        int middle = length == WITH_AREA && !isOfCity ? GROUP_OF_AREA : GROUP;
        int last = length - GROUP;
        int first = Math.max(0, last - middle);
        return String.join(
                "-",
                first == 0
                        ? List.of(digits.substring(0, last), digits.substring(last))
                        : List.of(digits.substring(0, first), digits.substring(first, last), digits.substring(last)));
    }

    private static String digits(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[^0-9]", "");
    }

    /** A text as it is compared: neither wide nor narrow forms count, nor composed ones, nor capitals. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
