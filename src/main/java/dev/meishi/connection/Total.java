package dev.meishi.connection;

/**
 * How many results a list has.
 *
 * @param count how many at least
 * @param isExact whether the list has exactly this many; if not, the count is the cap, which nothing can be seen beyond
 */
public record Total(int count, boolean isExact) {}
