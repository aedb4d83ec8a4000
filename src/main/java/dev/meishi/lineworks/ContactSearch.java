package dev.meishi.lineworks;

import dev.meishi.connection.Cursor;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A search for contacts, and its order. Null means no restriction.
 *
 * @param domainId the domain searched
 * @param keyword text in name, company name or tag name; which other fields and how it is matched is the vendor's affair
 * @param tagResourceId contacts with this tag
 * @param open true: visible to everyone, false: to some members only
 * @param externalOnly true: only contacts of other companies' LINE WORKS or of LINE
 * @param accessibleTo contacts this member may see
 * @param between contacts created or modified in a span of at most seven days
 * @param orderBy what to sort by
 * @param direction which way
 * @param email a part of one of their e-mail addresses
 * @param phone digits that one of their phone numbers has one after the other, with signs between them or without, at least {@link #MIN_DIGITS}
 */
public record ContactSearch(
        String domainId,
        @Nullable String keyword,
        @Nullable String tagResourceId,
        @Nullable Boolean open,
        boolean externalOnly,
        @Nullable String accessibleTo,
        @Nullable DateWindow between,
        OrderBy orderBy,
        SortOrder direction,
        @Nullable String email,
        @Nullable String phone) {

    /** Fewer are found in nearly every number. */
    public static final int MIN_DIGITS = 4;

    /** Contacts of any e-mail address and phone number. */
    public ContactSearch(
            String domainId,
            @Nullable String keyword,
            @Nullable String tagResourceId,
            @Nullable Boolean open,
            boolean externalOnly,
            @Nullable String accessibleTo,
            @Nullable DateWindow between,
            OrderBy orderBy,
            SortOrder direction) {
        this(
                domainId,
                keyword,
                tagResourceId,
                open,
                externalOnly,
                accessibleTo,
                between,
                orderBy,
                direction,
                null,
                null);
    }

    /** What contacts can be sorted by. */
    public enum OrderBy {
        NAME,
        CREATION_TIME,
        MODIFICATION_TIME
    }

    /** Which way to sort. */
    public enum SortOrder {
        ASC,
        DESC
    }

    /** Which of a contact's times a window is about. */
    public enum DateType {
        CREATION_TIME,
        MODIFICATION_TIME
    }

    /**
     * A span of time, both ends included; the vendor does not document its ends, this is how they are read.
     *
     * @param type which time of a contact
     * @param from start, seconds precision
     * @param to end
     */
    public record DateWindow(DateType type, OffsetDateTime from, OffsetDateTime to) {

        /**
         * A window in universal time.
         *
         * @param type which time of a contact
         * @param from epoch seconds
         * @param to epoch seconds
         * @return equal for equal arguments
         */
        public static DateWindow of(DateType type, long from, long to) {
            return new DateWindow(type, utc(from), utc(to));
        }

        private static OffsetDateTime utc(long epochSecond) {
            return OffsetDateTime.ofInstant(Instant.ofEpochSecond(epochSecond), ZoneOffset.UTC);
        }
    }

    /**
     * All contacts of a domain, oldest first.
     *
     * @param domainId the domain
     * @return the search
     */
    public static ContactSearch ofAll(String domainId) {
        return new ContactSearch(domainId, null, null, null, false, null, null, OrderBy.CREATION_TIME, SortOrder.ASC);
    }

    /**
     * By plain code: pages are looked up by searches several times an operation, and the method that a record of this many
     * components has of its own is a chain of method handles that the compiler gives up on.
     */
    @Override
    public int hashCode() {
        int hash = domainId.hashCode();
        hash = 31 * hash + (keyword == null ? 0 : keyword.hashCode());
        hash = 31 * hash + (tagResourceId == null ? 0 : tagResourceId.hashCode());
        hash = 31 * hash + (open == null ? 2 : open ? 1 : 0);
        hash = 31 * hash + (externalOnly ? 1 : 0);
        hash = 31 * hash + (accessibleTo == null ? 0 : accessibleTo.hashCode());
        hash = 31 * hash + (between == null ? 0 : between.hashCode());
        hash = 31 * hash + orderBy.hashCode();
        hash = 31 * hash + (email == null ? 0 : email.hashCode());
        hash = 31 * hash + (phone == null ? 0 : phone.hashCode());
        return 31 * hash + direction.hashCode();
    }

    /**
     * A number that tells this list from every other, for cursors. Cursors outlive versions of the gateway, so what was added
     * to a search counts only where it is given.
     *
     * @return equal for equal searches
     */
    public long fingerprint() {
        return email == null && phone == null
                ? ofOthers()
                : Cursor.fingerprint(ofOthers(), "email", email, "phone", phone);
    }

    private long ofOthers() {
        return Cursor.fingerprint(
                "contacts",
                domainId,
                keyword,
                tagResourceId,
                open,
                externalOnly,
                accessibleTo,
                between == null ? null : between.type,
                between == null ? null : between.from.toInstant(),
                between == null ? null : between.to.toInstant(),
                orderBy,
                direction);
    }

    /**
     * The same contacts in the opposite order.
     *
     * @return this search with its direction turned round
     */
    public ContactSearch reversed() {
        return orderedBy(orderBy, direction == SortOrder.ASC ? SortOrder.DESC : SortOrder.ASC);
    }

    /**
     * The same contacts in another order.
     *
     * @param field what to sort by
     * @param way which way
     * @return this search sorted otherwise
     */
    public ContactSearch orderedBy(OrderBy field, SortOrder way) {
        return new ContactSearch(
                domainId, keyword, tagResourceId, open, externalOnly, accessibleTo, between, field, way, email, phone);
    }

    /**
     * The same search for another spelling of its phone number.
     *
     * @param spelling digits, and signs between them
     * @return this search with it
     */
    public ContactSearch withPhone(String spelling) {
        return new ContactSearch(
                domainId,
                keyword,
                tagResourceId,
                open,
                externalOnly,
                accessibleTo,
                between,
                orderBy,
                direction,
                email,
                spelling);
    }

    /**
     * Those of the contacts that lie in a window.
     *
     * @param window in place of this search's own
     * @return this search, narrowed
     */
    public ContactSearch between(DateWindow window) {
        return new ContactSearch(
                domainId,
                keyword,
                tagResourceId,
                open,
                externalOnly,
                accessibleTo,
                window,
                orderBy,
                direction,
                email,
                phone);
    }

    /**
     * The list in words, without what is searched for.
     *
     * @return order and window
     */
    public String title() {
        String order = "contacts by " + orderBy + " " + direction;
        return between == null ? order : order + ", " + between.type + " " + between.from + " to " + between.to;
    }
}
