package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A result and its position.
 *
 * @param <T> kind of result
 * @param result itself
 * @param origin what its rank counts in
 * @param page position of the first result of its page, in a list that is read by cursors of the API; null in one that can
 *     be read from any rank on
 * @param rank 0-based
 * @param nearby the time of a neighbour, for a result without a readable one in a list sorted by time; null otherwise
 */
public record Positioned<T>(
        T result,
        Anchor.Origin origin,
        Position.@Nullable Token page,
        int rank,
        @Nullable Long nearby) {

    /**
     * A result that has a time, or needs none, in a list that can be read from any rank on.
     *
     * @param result itself
     * @param origin what its rank counts in
     * @param rank 0-based
     */
    public Positioned(T result, Anchor.Origin origin, int rank) {
        this(result, origin, null, rank, null);
    }

    /**
     * The same result, counted from the start of another list.
     *
     * @param start rank in that list
     * @return its position there
     */
    public Positioned<T> fromStart(int start) {
        return new Positioned<>(result, origin, page == null ? null : Position.Token.START, start, nearby);
    }

    /** The time of the next result before one on a page that has one, else of one after it, else another. */
    static <T> @Nullable Long nearby(ItemKeys<T> keys, List<T> items, int index, @Nullable Long other) {
        if (!keys.isByTime() || keys.hasTime(items.get(index))) {
            return null;
        }
        Long time = null;
        for (int i = index - 1; i >= 0 && time == null; i--) {
            time = keys.time(items.get(i));
        }
        for (int i = index + 1; i < items.size() && time == null; i++) {
            time = keys.time(items.get(i));
        }
        return time == null ? other : time;
    }

    /**
     * What the list can be read on from.
     *
     * @param keys of the list
     * @return an anchor at this result
     */
    public Anchor anchor(ItemKeys<? super T> keys) {
        Long time = keys.time(result);
        Position position = page == null ? new Position.Rank(rank) : page.at(rank);
        return new Anchor(origin, position, keys.fingerprint(result), time == null ? nearby : time);
    }
}
