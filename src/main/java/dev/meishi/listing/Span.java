package dev.meishi.listing;

/**
 * A span of time, both ends included.
 *
 * @param from epoch seconds
 * @param to epoch seconds, not before {@code from}
 */
public record Span(long from, long to) {

    /**
     * Whether a moment belongs to it.
     *
     * @param time epoch seconds
     * @return true at both ends too
     */
    public boolean has(long time) {
        return from <= time && time <= to;
    }
}
