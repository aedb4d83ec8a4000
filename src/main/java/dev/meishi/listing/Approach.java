package dev.meishi.listing;

import io.smallrye.mutiny.Uni;

/**
 * A way to read a slice: one object estimates the calls and makes them, so that the estimate holds.
 *
 * @param <T> kind of result
 */
interface Approach<T> {

    /** What {@link #read} costs, as of what is cached and provided that nothing comes or goes meanwhile. */
    Cost cost();

    /** Reads until the walk has what it wants. */
    Uni<Void> read(Walk<T> walk);

    /**
     * In words, for a caller that asks how its fields are read.
     *
     * @param cost as of now
     */
    default String how(Cost cost) {
        return "page " + cost.calls();
    }

    /** Whether it may pass over most of the list, so that a part of what is wanted is read if the calls end before all is. */
    default boolean isSparse() {
        return false;
    }

    /** Whether its calls beyond those that are known are limited beforehand; of a sparse one alone. */
    default boolean isRationed() {
        return false;
    }

    /** What a caller may do that it costs too much. */
    default String hint() {
        return "Ask for fewer lists at once.";
    }
}
