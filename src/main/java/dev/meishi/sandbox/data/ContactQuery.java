package dev.meishi.sandbox.data;

/**
 * A slice of the contacts.
 *
 * @param filter which contacts
 * @param order by what
 * @param descending the exact reverse of ascending, ties included
 * @param offset how many matching contacts come before the slice
 * @param limit the maximum number of contacts in the slice
 */
public record ContactQuery(ContactFilter filter, ContactEntry.Order order, boolean descending, int offset, int limit) {}
