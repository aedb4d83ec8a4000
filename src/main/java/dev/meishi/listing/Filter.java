package dev.meishi.listing;

import dev.meishi.connection.Anchor;

/**
 * Selects results that are read.
 *
 * @param <T> kind of result
 */
interface Filter<T> {

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
     * @param origin of the list that it was read from
     */
    Verdict verdict(T result, Anchor.Origin origin);

    /** The same for results that are not read in that order, but against it. */
    default Verdict verdictAgainst(T result, Anchor.Origin origin) {
        return verdict(result, origin);
    }

    /** Whether all that was read before a result, against the order of reading, is not wanted. */
    default boolean isRightBefore(T result) {
        return false;
    }

    /** Ends at a place, too. */
    default void endsAt(EndPlace place) {}

    /** Whether it takes everything in such a origin, so that a page that follows is known to have something wanted. */
    boolean isTransparent(Anchor.Origin origin);

    /** Takes everything. */
    static <T> Filter<T> all() {
        return new Filter<>() {
            @Override
            public Verdict verdict(T result, Anchor.Origin origin) {
                return Verdict.TAKE;
            }

            @Override
            public boolean isTransparent(Anchor.Origin origin) {
                return true;
            }
        };
    }
}
