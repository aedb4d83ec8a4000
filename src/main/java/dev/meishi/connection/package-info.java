/**
 * Cursor paging: positions in a list, the cursors that stand for them, and for an upstream with numbered pages the planner
 * that turns ranges of ranks into pages.
 * Pure functions; no GraphQL, no HTTP, no LINE WORKS.
 */
@NullMarked
package dev.meishi.connection;

import org.jspecify.annotations.NullMarked;
