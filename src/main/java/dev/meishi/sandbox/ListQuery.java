package dev.meishi.sandbox;

import java.util.List;

/**
 * One request for a page of contacts.
 *
 * @param filter which contacts
 * @param order by what
 * @param descending the exact reverse of ascending, ties included
 * @param page from 1
 * @param maxResults contacts a page
 */
record ListQuery(ContactFilter filter, Entry.Order order, boolean descending, int page, int maxResults) {

    /** How far into a result the vendor lets a caller read: page times maxResults. */
    static final int REACHABLE = 50_000;

    private enum SortOrder {
        ASC,
        DESC
    }

    /** Reads a list request under the vendor's limits. */
    static ListQuery from(Parameters parameters, List<Tag> tags) {
        int page = parameters.number("page", 1, 1, Integer.MAX_VALUE);
        int maxResults = parameters.number("maxResults", 500, 1, 500);
        if ((long) page * maxResults > REACHABLE) {
            throw Refusal.invalidParameter("page * maxResults must not exceed " + REACHABLE);
        }
        return read(parameters, ContactFilter.from(parameters, tags, true), page, maxResults);
    }

    /** Reads filter and order only: everything that matches, on one page. */
    static ListQuery unlimited(Parameters parameters, List<Tag> tags) {
        return read(parameters, ContactFilter.from(parameters, tags, false), 1, Integer.MAX_VALUE);
    }

    private static ListQuery read(Parameters parameters, ContactFilter filter, int page, int maxResults) {
        Entry.Order order = parameters.oneOf("orderBy", Entry.Order.CREATION_TIME);
        boolean descending = parameters.oneOf("sortOrder", SortOrder.ASC) == SortOrder.DESC;
        return new ListQuery(filter, order, descending, page, maxResults);
    }

    /** How many matching contacts come before the page. */
    int offset() {
        return (page - 1) * maxResults;
    }
}
