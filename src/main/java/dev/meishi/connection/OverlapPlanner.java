package dev.meishi.connection;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns a range of ranks into a chain of pages: each page but the first shares at least one rank with the page before
 * it, so that pages read at different moments can be joined at a result that both of them have. Of all such chains it
 * takes one with the fewest pages that are not cached, and among those one with the fewest pages.
 *
 * <p>A page that is not cached is asked for as far-reaching as can be, so that a client that pages on is served from it; unless
 * it is not going to be cached.
 *
 * @param maxPageSize the largest page the API serves
 * @param cap how many ranks the API serves at most: no page may end beyond it
 * @param margin by how many ranks a page asked for extends, where the list does, to the near side of the one rank it has
 *     to hold: after that many changes it still holds the result it is joined at
 * @param isReadingAhead whether what a page has beyond the results wanted is of use to anybody; if not, the page that
 *     holds the rest of them is the smallest that does
 */
public record OverlapPlanner(int maxPageSize, int cap, int margin, boolean isReadingAhead) {

    /** Checks that the limits make sense. */
    public OverlapPlanner {
        if (maxPageSize < 1 || cap < maxPageSize || margin < 0) {
            throw new IllegalArgumentException(
                    "no chains with pages of " + maxPageSize + ", cap " + cap + ", margin " + margin);
        }
    }

    /** One that reads ahead. */
    public OverlapPlanner(int maxPageSize, int cap, int margin) {
        this(maxPageSize, cap, margin, true);
    }

    /**
     * The pages for the first results of a list, of which nothing is known.
     *
     * @param count how many results are wanted, at least 1
     * @param cached pages that cost nothing
     * @return a chain of pages cached if there is one; otherwise the one page that holds the results wanted and no
     *     other, for a fast answer, or a chain if no page is so large
     */
    public List<PageRequest> start(int count, Collection<PageRequest> cached) {
        OverlapSearch search = forward(0, count, cached);
        List<PageRequest> free = search.cachedAlone();
        if (!free.isEmpty()) {
            return free;
        }
        int size = Math.min(count, cap);
        return size <= maxPageSize ? List.of(new PageRequest(1, size)) : search.cheapest();
    }

    /**
     * The pages for a result and those after it.
     *
     * @param from rank of the first result wanted, the anchor, which the first page holds
     * @param count how many results are wanted, the anchor included; what lies beyond the cap is left out
     * @param cached pages that cost nothing
     * @return a chain in ascending order; of the pages to ask for, each starts {@link #margin()} ranks before the rank
     *     it has to hold, or earlier, and ends as late as such a page can; the smaller one of two
     * @throws IllegalArgumentException if the range is not within the cap, or pages so small cannot be chained there
     */
    public List<PageRequest> following(int from, int count, Collection<PageRequest> cached) {
        return forward(from, count, cached).cheapest();
    }

    /**
     * The pages for a result and those before it.
     *
     * @param upTo rank of the last result wanted, the anchor, which the first page of the chain holds
     * @param count how many results are wanted, the anchor included; there are none before rank 0
     * @param cached pages that cost nothing
     * @return a chain in descending order; of the pages to ask for, each ends {@link #margin()} ranks after the rank it
     *     has to hold, or later, where the cap allows it, and starts as early as such a page can; the smaller one of two
     * @throws IllegalArgumentException if the range is not within the cap, or pages so small cannot be chained there
     */
    public List<PageRequest> preceding(int upTo, int count, Collection<PageRequest> cached) {
        checkRange(upTo, count);
        return new OverlapSearch(this, false, upTo, Math.max(0, upTo - count + 1), cached).cheapest();
    }

    /**
     * How many pages reading on takes until a rank is passed, if none is cached and each reaches as far as it can.
     *
     * @param from rank of the anchor
     * @param to the rank, before or after it, within the cap
     * @return pages, at least 1
     */
    public int pages(int from, int to) {
        int pages = 0;
        int rank = from;
        PageRequest page;
        do {
            page = from <= to ? furthestUp(rank) : furthestDown(rank);
            int next = page == null ? to : (int) (from <= to ? page.end() - 1 : page.offset());
            rank = next == rank ? to : next;
            pages++;
        } while (from <= to ? rank < to : rank > to);
        return pages;
    }

    private OverlapSearch forward(int from, int count, Collection<PageRequest> cached) {
        checkRange(from, count);
        int last = (int) Math.min((long) from + count, cap) - 1;
        return new OverlapSearch(this, true, from, last, cached);
    }

    private void checkRange(int rank, int count) {
        if (rank < 0 || rank >= cap || count < 1) {
            throw new IllegalArgumentException(count + " ranks at " + rank + " are not within " + cap + " ranks");
        }
    }

    /**
     * The smallest page that holds a rank, with the margin on its near side, and all ranks up or down to another.
     *
     * @param isUp whether the other rank is the greater one
     * @param rank what it has to hold
     * @param goal the other rank
     * @return null if no page does
     */
    @Nullable
    PageRequest smallest(boolean isUp, int rank, int goal) {
        int first = isUp ? Math.max(0, rank - margin) : goal;
        int last = isUp ? goal : (int) Math.min((long) rank + margin, cap - 1L);
        for (int size = last - first + 1; size <= maxPageSize; size++) {
            int start = first - first % size;
            if (last < start + size && start + size <= cap) {
                return new PageRequest(start / size + 1, size);
            }
        }
        return null;
    }

    /**
     * The page that holds a rank, with the margin before it, and reaches furthest up.
     *
     * @param rank what it has to hold
     * @return null if no page does
     */
    @Nullable
    PageRequest furthestUp(int rank) {
        int latestStart = Math.max(0, rank - margin);
        int bestEnd = rank;
        int bestSize = 0;
        for (int size = 1; size <= maxPageSize; size++) {
            int after = latestStart - latestStart % size + size;
            int end = after <= cap ? after : cap - cap % size;
            if (end > bestEnd) {
                bestEnd = end;
                bestSize = size;
            }
        }
        return bestSize == 0 ? null : new PageRequest(bestEnd / bestSize, bestSize);
    }

    /**
     * The page that holds a rank, with the margin after it, and reaches furthest down.
     *
     * @param rank what it has to hold
     * @return null if no page does
     */
    @Nullable
    PageRequest furthestDown(int rank) {
        int earliestLast = (int) Math.min((long) rank + margin, cap - 1L);
        int bestStart = rank + 1;
        int bestSize = 0;
        for (int size = 1; size <= maxPageSize; size++) {
            int start = earliestLast - earliestLast % size;
            if (start < bestStart && start <= cap - size) {
                bestStart = start;
                bestSize = size;
            }
        }
        return bestSize == 0 ? null : new PageRequest(bestStart / bestSize + 1, bestSize);
    }
}
