/**
 * The pages of lists, and whole lists that things are looked up in: cached for a while and asked for once however many want
 * them. Knows on whose behalf a page is asked for and how much memory pages may take, but not what is on them: no GraphQL,
 * no HTTP, no LINE WORKS.
 */
@NullMarked
package dev.meishi.pages;

import org.jspecify.annotations.NullMarked;
