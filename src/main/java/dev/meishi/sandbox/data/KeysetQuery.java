package dev.meishi.sandbox.data;

import org.jspecify.annotations.Nullable;

/**
 * The contacts that follow on a key, whatever was added or deleted before it.
 *
 * @param filter which contacts
 * @param order by what
 * @param descending the highest key first
 * @param ties the order of equal keys
 * @param after the key of the contact before the first; null for the start of the list
 * @param limit the maximum number of contacts
 */
public record KeysetQuery(
        ContactFilter filter,
        ContactEntry.Order order,
        boolean descending,
        SortKey.Ties ties,
        @Nullable SortKey after,
        int limit) {}
