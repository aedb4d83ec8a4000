package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import org.jspecify.annotations.Nullable;

/**
 * A result and where it was found.
 *
 * @param <T> kind of result
 * @param result itself
 * @param origin what its rank counts in
 * @param rank 0-based
 * @param nearby the time of a neighbour, for a result without a readable one in a list sorted by time; null otherwise
 */
public record Positioned<T>(
        T result, Anchor.Origin origin, int rank, @Nullable Long nearby) {

    /**
     * A result that has a time, or needs none.
     *
     * @param result itself
     * @param origin what its rank counts in
     * @param rank 0-based
     */
    public Positioned(T result, Anchor.Origin origin, int rank) {
        this(result, origin, rank, null);
    }

    /**
     * What the list can be read on from.
     *
     * @param order of the list
     * @return an anchor at this result
     */
    public Anchor anchor(ItemKeys<? super T> order) {
        Long time = order.time(result);
        return new Anchor(origin, rank, order.mark(result), time == null ? nearby : time);
    }
}
