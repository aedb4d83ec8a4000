/**
 * The pages of lists, kept for a while and asked for once however many want them. Knows ledgers and pages, not what is
 * on them: no GraphQL, no HTTP, no LINE WORKS.
 */
@NullMarked
package dev.meishi.pages;

import org.jspecify.annotations.NullMarked;
