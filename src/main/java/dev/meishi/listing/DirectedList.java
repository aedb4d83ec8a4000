package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Direction;
import io.smallrye.mutiny.Uni;

/**
 * One list of the API: all results or those of one window, in one order. It is read page by page, away from its start or
 * back to it. For one reading.
 *
 * @param <T> kind of result
 */
interface DirectedList<T> {

    /** What positions in it are counted from. */
    Anchor.Origin origin();

    /**
     * Reads from the start of the list.
     *
     * @param firstPage how many results the first page is to have, if none is cached
     */
    Uni<StopReason> start(int firstPage, SliceCollector<T> collector);

    /**
     * Reads on from an anchor that was found in this list.
     *
     * @param direction forward is away from the list's start
     * @return fails with {@code CURSOR_STALE} if the anchor cannot be found again
     */
    Uni<StopReason> from(Anchor anchor, Direction direction, SliceCollector<T> collector);

    /**
     * Reads on from an anchor whose position in this list is unknown: it was found in another list of the search.
     *
     * @param direction forward is away from the list's start
     * @return fails with {@code CURSOR_STALE} if the anchor cannot be found
     */
    Uni<StopReason> seek(Anchor anchor, Direction direction, SliceCollector<T> collector);
}
