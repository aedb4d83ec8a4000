package dev.meishi.contact;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.lineworks.ContactSearch;
import java.text.Normalizer;
import java.util.List;

/**
 * What of a phone number is the same however it is written: {@code 090-1234-5678}, {@code +81 90 1234 5678} and {@code
 * +81 090 1234 5678} all have the digits {@code 9012345678}.
 */
final class PhonePart {

    /** Of the countries that LINE WORKS is sold in. */
    private static final List<String> COUNTRY_CODES = List.of("+81", "+82");

    /** Longer than any number with an extension. */
    private static final int MAX_DIGITS = 40;

    private PhonePart() {}

    /**
     * The part that a search is made with.
     *
     * @param given any spelling, or digits of a number that follow each other
     * @return digits
     * @throws Failure {@code INVALID_ARGUMENT} if these are too few or too many
     */
    static String of(String given) {
        String number = Normalizer.normalize(given, Normalizer.Form.NFKC).strip();
        String national = COUNTRY_CODES.stream()
                .filter(number::startsWith)
                .findFirst()
                .map(code -> number.substring(code.length()))
                .orElse(number);
        String digits = national.replaceAll("[^0-9]", "");
        String part = digits.startsWith("0") ? digits.substring(1) : digits;
        if (part.length() < ContactSearch.MIN_DIGITS || part.length() > MAX_DIGITS) {
            throw new Failure(
                    ErrorCode.INVALID_ARGUMENT,
                    "filter.phone must have " + ContactSearch.MIN_DIGITS + " to " + MAX_DIGITS
                            + " digits beside a leading 0 and a country code, found " + part.length()
                            + "; LINE WORKS searches for no fewer.");
        }
        return part;
    }
}
