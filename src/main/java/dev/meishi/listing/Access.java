package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Direction;
import dev.meishi.connection.Slice;
import dev.meishi.connection.Total;
import dev.meishi.ledger.Ledger;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * How the lists of a search can be read, and what that costs: from any rank on ({@link NumberedAccess}), or by a cursor
 * that leads from page to page ({@link CursorAccess}).
 *
 * @param <T> kind of result
 */
interface Access<T> {

    ListSource<T> source();

    Ledger ledger();

    /**
     * One list of the search.
     *
     * @param order forward for the order of the search
     * @param window only the results in it; null for all
     */
    DirectedList<T> open(Direction order, @Nullable Span window);

    /**
     * Reads what follows a result near the last one that is served from its end, in a list that is not sorted by time: from
     * the other end.
     *
     * @return fails with {@code RESULT_WINDOW_EXCEEDED} if it cannot be reached from there either
     */
    Uni<StopReason> fromOtherEnd(Anchor last, SliceCollector<T> collector);

    /**
     * Whether an anchor in a window may lie beyond what is served of the whole list.
     */
    Uni<Boolean> isBeyondWhole();

    /** Calls of {@link #isBeyondWhole}. */
    int beyondWholeCost();

    /**
     * The way to the start of a long span with the fewest calls.
     *
     * @param direction of reading
     * @param moment at which the span begins in that direction
     * @param windows of the span
     * @param count of results wanted
     */
    SpanApproach<T> toSpan(Direction direction, long moment, Windows windows, int count);

    /**
     * A part that ends at another anchor, in a list that is not sorted by time: it is made sure that the part does not go on
     * beyond its place, if the anchor is gone.
     *
     * @param list how the part is read
     */
    Approach<T> upTo(Approach<T> list, Slice slice, Anchor until);

    /** Cost of the first results of a list. */
    Cost start(Direction order, int count);

    /**
     * Cost of the results after an anchor in a whole list.
     *
     * @param direction of reading, as the search is sorted
     */
    Cost on(Anchor anchor, Direction direction, int count);

    /** Calls for all pages of a list from its start or from an anchor on, and for what lies beyond those. */
    int skipped(@Nullable Anchor anchor, Direction direction);

    /** Calls for reading on where more results exist than are served. */
    int beyondCap();

    /** Calls for the windows that reading goes through in search of results. */
    int windows();

    /**
     * Cost of the results after an anchor in a window, as far as they lie in the same one.
     *
     * @param direction of reading, as the search is sorted
     */
    Cost inWindow(Anchor anchor, Direction direction, int count);

    /** Calls for the pages with the results wanted, where they lie in windows. */
    Cost pagesInWindows(int count);

    /**
     * How many results the search has.
     *
     * @param most calls that may be made for it; heeded where it can be told in part
     */
    Uni<Total> total(int most);

    /** Whether fewer calls than it takes tell how many results there are at least. */
    boolean hasTotalInPart();

    /** Cost of {@link #total}. */
    Cost totalCost();

    /** In words. */
    String totalHow();
}
