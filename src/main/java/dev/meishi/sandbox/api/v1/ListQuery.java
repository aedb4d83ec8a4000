package dev.meishi.sandbox.api.v1;

import dev.meishi.sandbox.data.ContactEntry;
import dev.meishi.sandbox.data.ContactFilter;
import dev.meishi.sandbox.data.ContactQuery;
import dev.meishi.sandbox.data.Tag;
import java.util.List;

/**
 * One request for a page of contacts.
 *
 * @param page from 1
 * @param contacts what is on the page
 */
public record ListQuery(int page, ContactQuery contacts) {

    /** How far into a result the vendor lets a caller read: page times maxResults. */
    private static final int REACHABLE = 50_000;

    private enum SortOrder {
        ASC,
        DESC
    }

    /** Reads a list request under the vendor's limits. */
    static ListQuery from(Parameters parameters, List<Tag> tags) {
        int page = parameters.number("page", 1, 1, Integer.MAX_VALUE);
        int maxResults = parameters.number("maxResults", 500, 1, 500);
        if ((long) page * maxResults > REACHABLE) {
            throw Refusals.invalidParameter("page * maxResults must not exceed " + REACHABLE);
        }
        return read(parameters, FilterParameters.read(parameters, tags, true), page, maxResults);
    }

    /** Reads filter and order only: everything that matches, on one page. */
    public static ListQuery unlimited(Parameters parameters, List<Tag> tags) {
        return read(parameters, FilterParameters.read(parameters, tags, false), 1, Integer.MAX_VALUE);
    }

    private static ListQuery read(Parameters parameters, ContactFilter filter, int page, int maxResults) {
        ContactEntry.Order order = parameters.oneOf("orderBy", ContactEntry.Order.CREATION_TIME);
        boolean descending = parameters.oneOf("sortOrder", SortOrder.ASC) == SortOrder.DESC;
        return new ListQuery(page, new ContactQuery(filter, order, descending, (page - 1) * maxResults, maxResults));
    }
}
