package dev.meishi.lineworks;

import dev.meishi.connection.Cursor;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts are wanted, in which order. Null means no restriction.
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
        SortOrder direction) {

    /** What contacts can be sorted by (vendor page, {@code orderBy}). */
    public enum OrderBy {
        NAME,
        CREATION_TIME,
        MODIFICATION_TIME
    }

    /** Which way to sort (vendor page, {@code sortOrder}). */
    public enum SortOrder {
        ASC,
        DESC
    }

    /** Which of a contact's times a window is about (vendor page, {@code searchDateType}). */
    public enum DateType {
        CREATION_TIME,
        MODIFICATION_TIME
    }

    /**
     * A span of time; whether contacts exactly at its ends belong to it is not documented by the vendor.
     *
     * @param type which time of a contact
     * @param from start, seconds precision
     * @param to end, at most seven days after the start
     */
    public record DateWindow(DateType type, OffsetDateTime from, OffsetDateTime to) {}

    /**
     * A number that tells this list from every other, for cursors.
     *
     * @return equal for equal searches
     */
    public long fingerprint() {
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
        return new ContactSearch(
                domainId,
                keyword,
                tagResourceId,
                open,
                externalOnly,
                accessibleTo,
                between,
                orderBy,
                direction == SortOrder.ASC ? SortOrder.DESC : SortOrder.ASC);
    }
}
