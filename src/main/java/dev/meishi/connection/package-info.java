/**
 * Cursor paging over an upstream that only knows page numbers: cursors, ranges of ranks and the planner between them.
 * Pure functions; no GraphQL, no HTTP, no LINE WORKS.
 */
@NullMarked
package dev.meishi.connection;

import org.jspecify.annotations.NullMarked;
