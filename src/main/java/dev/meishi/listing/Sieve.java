package dev.meishi.listing;

import dev.meishi.connection.Anchor;

/**
 * Which of the results that are read are wanted.
 *
 * @param <T> kind of result
 */
interface Sieve<T> {

    /** What becomes of a result. */
    enum Verdict {
        TAKE,
        SKIP,
        /** It and all that follow are not wanted. */
        STOP
    }

    /**
     * What becomes of the next result in the order of reading.
     *
     * @param frame of the list that it was read from
     */
    Verdict verdict(T result, Anchor.Frame frame);

    /** Whether it takes everything in such a frame, so that a page that follows is known to have something wanted. */
    boolean isTransparent(Anchor.Frame frame);

    /** Takes everything. */
    static <T> Sieve<T> all() {
        return new Sieve<>() {
            @Override
            public Verdict verdict(T result, Anchor.Frame frame) {
                return Verdict.TAKE;
            }

            @Override
            public boolean isTransparent(Anchor.Frame frame) {
                return true;
            }
        };
    }
}
