package dev.meishi.connection;

/**
 * The number of results of a list.
 *
 * @param count how many at least
 * @param isExact whether the list has exactly this many; if not, the count is the cap, which nothing can be seen beyond
 */
public record Total(int count, boolean isExact) {}
