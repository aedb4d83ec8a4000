/**
 * Any part of a list, however the API behind it counts: reading on from an anchor that may have moved, backward, over
 * spans of time longer than one call covers, past the last rank served. Knows pages and ledgers; no GraphQL, no HTTP, no
 * LINE WORKS.
 */
@NullMarked
package dev.meishi.listing;

import org.jspecify.annotations.NullMarked;
