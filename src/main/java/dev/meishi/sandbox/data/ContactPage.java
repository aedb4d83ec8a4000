package dev.meishi.sandbox.data;

import java.util.List;

/**
 * The contacts of a slice.
 *
 * @param entries the contacts, in the order of the query
 * @param hasNext whether more contacts match after these
 */
public record ContactPage(List<ContactEntry> entries, boolean hasNext) {}
