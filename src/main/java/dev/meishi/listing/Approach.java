package dev.meishi.listing;

import io.smallrye.mutiny.Uni;

/**
 * The way to a slice: what it is said to cost and what it reads, so that the one holds for the other.
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

    /** What a caller may do that it costs too much. */
    default String hint() {
        return "Ask for fewer lists at once.";
    }
}
