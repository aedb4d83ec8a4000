package dev.meishi.contact;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.lineworks.Capabilities.Ability;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.phone.PhoneNumber;
import dev.meishi.phone.PhoneNumbers;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of contactsByPhone into a search by digits that all spellings of the number have. */
@Singleton
class PhoneSearches {

    /** Characters of a number that a message repeats. */
    private static final int SHOWN = 40;

    private final LineWorks lineWorks;
    private final ContactSearches searches;
    private final PhoneNumbers numbers;

    PhoneSearches(LineWorks lineWorks, ContactSearches searches, PhoneNumbers numbers) {
        this.lineWorks = lineWorks;
        this.searches = searches;
        this.numbers = numbers;
    }

    ContactQuery of(String written, @Nullable ContactFilter filter) {
        if (!lineWorks.capabilities().has(Ability.PHONE)) {
            throw new Failure(
                    ErrorCode.FEATURE_DISABLED,
                    "contactsByPhone cannot be used here: the API of LINE WORKS that this installation calls does not"
                            + " search phone numbers. Use contacts with filter.keyword, or API 2.0"
                            + " (meishi.upstream.api).");
        }
        PhoneNumber number = numbers.read(written);
        if (number == null) {
            throw new Failure(
                    ErrorCode.INVALID_ARGUMENT,
                    "number must be a whole phone number that exists, with its country code, such as +81 90 1234 5678, or"
                            + " as it is dialled in " + numbers.region() + " (meishi.phones.region), found '"
                            + shown(written) + "'. For a part of a number use contacts with filter.phone.");
        }
        ContactQuery others = searches.of(filter, null);
        if (others.search().phone() != null || others.keyword() != null) {
            String found = others.keyword() != null ? "keyword" : "phone";
            throw new Failure(
                    ErrorCode.INVALID_ARGUMENT,
                    "filter must have neither phone nor keyword in contactsByPhone, found filter." + found
                            + "; leave it out, number is enough.");
        }
        return new ContactQuery(
                others.search().withPhone(number.digits()),
                others.period(),
                null,
                new PhoneMatch(number, numbers),
                others.tags());
    }

    private static String shown(String written) {
        return written.length() > SHOWN ? written.substring(0, SHOWN) + "…" : written;
    }
}
