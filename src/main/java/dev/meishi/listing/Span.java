package dev.meishi.listing;

/**
 * A span of time, both ends included.
 *
 * @param from epoch seconds
 * @param to epoch seconds, not before {@code from}
 */
public record Span(long from, long to) {

    /** Start of a span that has none: the first second of year 1. Equal for all of them, whenever they are asked for. */
    public static final long BEGINNING = -62_135_596_800L;

    /** End of a span that has none: the last second of year 9999. */
    public static final long END = 253_402_300_799L;

    /**
     * Whether it goes on forever where reading it begins.
     *
     * @param isUpwards from earlier to later times
     * @return true if nothing of a list comes before it
     */
    boolean isOpen(boolean isUpwards) {
        return isUpwards ? from == BEGINNING : to == END;
    }

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
