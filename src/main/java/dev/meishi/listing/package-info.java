/**
 * Any slice of a list, however the API behind it counts: on from an anchor that may have moved, backward, over spans of time
 * longer than one call covers, past the last rank served. An {@code Approach} says what a slice costs and reads it; how a
 * list can be read at all is an {@code Access}: by numbered pages, or by cursors that lead from page to page. Knows pages
 * and ledgers; no GraphQL, no HTTP, no LINE WORKS.
 */
@NullMarked
package dev.meishi.listing;

import org.jspecify.annotations.NullMarked;
