package dev.meishi.listing;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Time cut into windows that the API can search at once; no second is in two of them and none is lost.
 *
 * @param start first second of window 0
 * @param length seconds of a window
 * @param cut what the first and the last window are cut to; null if they are whole
 * @param bounds nothing outside of it is of interest
 */
record Windows(long start, long length, @Nullable Span cut, Span bounds) {

    /** So few are read through whether there is anything in them or not. */
    private static final long FEW = 8;

    /** Windows that begin with a span. */
    static Windows of(Span span, long longest) {
        return new Windows(span.from(), longest, span, span);
    }

    /** Windows that lie where they lie whatever is asked for, so that cached pages of them serve all callers. */
    static Windows aligned(Span bounds, long longest) {
        return new Windows(0, longest, null, bounds);
    }

    /** The window of a search that a moment lies in, whichever windows are read. */
    static Span around(long time, ListSource<?> source) {
        Span span = source.isSortedBySpan() ? source.span() : null;
        Windows windows =
                span == null ? aligned(new Span(time, time), source.longestWindow()) : of(span, source.longestWindow());
        return windows.window(windows.indexOf(time));
    }

    /** The same windows, those alone that have something of both bounds; none if there is no such window. */
    Windows within(Span other) {
        long from = Math.max(bounds.from(), other.from());
        long to = Math.min(bounds.to(), other.to());
        return new Windows(start, length, cut, new Span(from, to));
    }

    /** Whether a search has a span of so few windows that they are read one after the other. */
    static boolean isOfFew(ListSource<?> source) {
        Span span = source.span();
        return span != null
                && source.isSortedBySpan()
                && span.to() - span.from() >= 0
                && of(span, source.longestWindow()).isFew();
    }

    boolean isFew() {
        return count() <= FEW;
    }

    long indexOf(long time) {
        return Math.floorDiv(time - start, length);
    }

    long first() {
        return indexOf(bounds.from());
    }

    long last() {
        return indexOf(bounds.to());
    }

    long count() {
        return bounds.from() > bounds.to() ? 0 : last() - first() + 1;
    }

    boolean has(long index) {
        return count() > 0 && first() <= index && index <= last();
    }

    /** The window that follows another one, inside of the bounds or not; empty if none does. */
    OptionalLong next(long index, boolean isUpwards) {
        long next = isUpwards ? Math.max(index + 1, first()) : Math.min(index - 1, last());
        return has(next) ? OptionalLong.of(next) : OptionalLong.empty();
    }

    Span window(long index) {
        long from = start + index * length;
        Span whole = new Span(from, from + length - 1);
        return cut == null ? whole : new Span(Math.max(whole.from(), cut.from()), Math.min(whole.to(), cut.to()));
    }
}
