package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import org.jspecify.annotations.Nullable;

/**
 * A result and where it was found.
 *
 * @param <T> kind of result
 * @param result itself
 * @param frame what its rank counts in
 * @param rank 0-based
 * @param nearby the time of a neighbour, for a result without a readable one in a list sorted by time; null otherwise
 */
public record Placed<T>(
        T result, Anchor.Frame frame, int rank, @Nullable Long nearby) {

    /**
     * A result that has a time, or needs none.
     *
     * @param result itself
     * @param frame what its rank counts in
     * @param rank 0-based
     */
    public Placed(T result, Anchor.Frame frame, int rank) {
        this(result, frame, rank, null);
    }

    /**
     * What the list can be read on from.
     *
     * @param order of the list
     * @return an anchor at this result
     */
    public Anchor anchor(Order<? super T> order) {
        Long time = order.time(result);
        return new Anchor(frame, rank, order.mark(result), time == null ? nearby : time);
    }
}
