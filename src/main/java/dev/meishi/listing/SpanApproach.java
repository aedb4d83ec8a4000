package dev.meishi.listing;

/**
 * A way to the first result of a long span of time in a list that is sorted by that time.
 *
 * @param <T> kind of result
 */
interface SpanApproach<T> extends Approach<T> {

    /** Maximum number of calls until the first result of the span is found, as of what is cached. */
    long calls();

    /** What its calls are spent on, in a word. */
    String name();

    @Override
    default String hint() {
        return "Ask for a shorter span of time.";
    }
}
