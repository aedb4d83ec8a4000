/**
 * What one operation may take of LINE WORKS and what it took. It is made where the operation begins, goes with it down to
 * every call, and is read where the answer is written. Knows failures and spans alone: no GraphQL, no
 * HTTP, no LINE WORKS.
 */
@NullMarked
package dev.meishi.ledger;

import org.jspecify.annotations.NullMarked;
