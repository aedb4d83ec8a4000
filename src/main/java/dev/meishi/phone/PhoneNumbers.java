package dev.meishi.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import jakarta.inject.Singleton;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads phone numbers in any spelling. It takes some 7 microseconds a number, and holds the numbering plans of the
 * countries that it has met, some 250 at most.
 */
@Singleton
public final class PhoneNumbers {

    /** The longest that LINE WORKS takes. */
    private static final int MAX_LENGTH = 100;

    /** What is dialled once the call is answered: LINE WORKS allows P, a pause, and T, tones. */
    private static final Pattern AFTER_ANSWER = Pattern.compile("(?<=\\p{Nd})[PpTt]");

    private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
    private final String region;

    /**
     * Reads numbers as they are dialled in a region.
     *
     * @param config that names it
     */
    public PhoneNumbers(PhonesConfig config) {
        region = config.region();
    }

    /**
     * Where a number without a country code is dialled.
     *
     * @return two capital letters
     */
    public String region() {
        return region;
    }

    /**
     * A number in E.164, without an extension.
     *
     * @param written in any spelling; null for none
     * @return null if it is no number that can be dialled
     */
    public @Nullable String e164(@Nullable String written) {
        Phonenumber.PhoneNumber number = written == null ? null : valid(written);
        return number == null ? null : plans.format(number, PhoneNumberFormat.E164);
    }

    /**
     * A number as a link that dials it, by RFC 3966.
     *
     * @param written in any spelling; null for none
     * @return null if it is no number that can be dialled
     */
    public @Nullable String tel(@Nullable String written) {
        Phonenumber.PhoneNumber number = written == null ? null : valid(written);
        return number == null
                ? null
                : "tel:" + plans.format(number, PhoneNumberFormat.E164)
                        + (number.hasExtension() ? ";ext=" + number.getExtension() : "");
    }

    /**
     * A number, and what it is looked for by.
     *
     * @param written in any spelling
     * @return null if it is no number that can be dialled
     */
    public @Nullable PhoneNumber read(String written) {
        Phonenumber.PhoneNumber number = valid(written);
        if (number == null) {
            return null;
        }
        String digits = plans.getNationalSignificantNumber(number);
        return new PhoneNumber(
                plans.format(number, PhoneNumberFormat.E164),
                digits,
                grouped(plans.format(number.clearExtension(), PhoneNumberFormat.NATIONAL), digits));
    }

    private Phonenumber.@Nullable PhoneNumber valid(String written) {
        if (written.length() > MAX_LENGTH) {
            return null;
        }
        Matcher end = AFTER_ANSWER.matcher(written);
        try {
            Phonenumber.PhoneNumber number =
                    plans.parse(end.find() ? written.substring(0, end.start()) : written, region);
            return plans.isValidNumber(number) ? number : null;
        } catch (NumberParseException none) {
            return null;
        }
    }

    /** The end of a number as it is dialled within its country, from the first of these digits on. */
    private static @Nullable String grouped(String national, String digits) {
        int start = national.length();
        for (int left = digits.length(); left > 0 && start > 0; ) {
            left -= Character.isDigit(national.charAt(--start)) ? 1 : 0;
        }
        String grouped = national.substring(start).replaceAll("[^0-9]+", "-");
        return !grouped.equals(digits) && grouped.replace("-", "").equals(digits) ? grouped : null;
    }
}
