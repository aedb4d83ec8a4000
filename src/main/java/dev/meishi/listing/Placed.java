package dev.meishi.listing;

import dev.meishi.connection.Anchor;

/**
 * A result and where it was found.
 *
 * @param <T> kind of result
 * @param result itself
 * @param frame what its rank counts in
 * @param rank 0-based
 */
public record Placed<T>(T result, Anchor.Frame frame, int rank) {

    /**
     * What the list can be read on from.
     *
     * @param order of the list
     * @return an anchor at this result
     */
    public Anchor anchor(Order<? super T> order) {
        return new Anchor(frame, rank, order.mark(result), order.time(result));
    }
}
