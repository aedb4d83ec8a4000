package dev.meishi.listing;

/**
 * Time cut into windows that the API can search at once; no second is in two of them and none is lost.
 *
 * @param start first second of window 0
 * @param length seconds of a window
 * @param bounds nothing outside of it is of interest
 * @param isCut whether the first and the last window end where the bounds do
 */
record Windows(long start, long length, Span bounds, boolean isCut) {

    /** Windows that begin with a span. */
    static Windows of(Span span, long longest) {
        return new Windows(span.from(), longest, span, true);
    }

    /** Windows that lie where they lie whatever is asked for, so that what is kept of them serves everybody. */
    static Windows aligned(Span bounds, long longest) {
        return new Windows(0, longest, bounds, false);
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
        return last() - first() + 1;
    }

    boolean has(long index) {
        return first() <= index && index <= last();
    }

    Span window(long index) {
        long from = start + index * length;
        Span whole = new Span(from, from + length - 1);
        return isCut
                ? new Span(Math.max(whole.from(), bounds.from()), Math.min(whole.to(), bounds.to()))
                : whole;
    }
}
