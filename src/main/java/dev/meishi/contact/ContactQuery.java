package dev.meishi.contact;

import dev.meishi.connection.Cursor;
import dev.meishi.lineworks.ContactSearch;
import dev.meishi.lineworks.ContactSearch.DateWindow;
import org.jspecify.annotations.Nullable;

/**
 * The contacts of a query: which, and in which order.
 *
 * @param search what LINE WORKS can search at once
 * @param period in addition, a span too long for that; null if there is none
 * @param keyword in addition, a text that LINE WORKS cannot search for; null if there is none
 * @param match in addition, the number whose digits are searched for; null if any number with these digits will do
 * @param tags in addition, tags that LINE WORKS cannot search for; null if there are none
 */
record ContactQuery(
        ContactSearch search,
        @Nullable DateWindow period,
        @Nullable String keyword,
        @Nullable PhoneMatch match,
        @Nullable TagMatch tags) {

    /** What LINE WORKS can search for, except for a span that is too long. */
    ContactQuery(ContactSearch search, @Nullable DateWindow period) {
        this(search, period, null, null, null);
    }

    /** The root field of lists like this. */
    String field() {
        return match == null ? "contacts" : "contactsByPhone";
    }

    /**
     * The same query for a phone number as it is mostly written, with dashes.
     *
     * @return null if it has none, or too few digits to tell
     */
    @Nullable
    ContactQuery respelled() {
        String phone = search.phone();
        String dashed = phone == null
                ? null
                : match == null ? ContactParts.dashed(phone) : match.number().grouped();
        return dashed == null ? null : new ContactQuery(search.withPhone(dashed), period, keyword, match, tags);
    }

    /** A number that tells this list from every other, for cursors; what was added to a query counts only where it is given. */
    long fingerprint() {
        long list = search.fingerprint();
        long within = period == null
                ? list
                : Cursor.fingerprint(
                        list,
                        period.type(),
                        period.from().toInstant(),
                        period.to().toInstant());
        long having = tags == null ? within : tags.fingerprint(within);
        return keyword == null ? having : Cursor.fingerprint(having, "keyword", keyword);
    }
}
