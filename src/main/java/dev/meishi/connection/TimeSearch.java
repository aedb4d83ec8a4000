package dev.meishi.connection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The search for a moment in a list sorted by time: for the first result that is not before it, in the order of the
 * list. Of 100 pages at most 8 have to be read. Immutable.
 *
 * <p>The list may change between two pages, so a boundary counts only if one page shows both sides of it, or the list
 * begins or ends there: the answer was true when the page that gave it was read.
 */
public final class TimeSearch {

    private final int maxPageSize;
    private final long moment;
    private final boolean isDescending;
    private final Bounds bounds;

    /**
     * The search in a list of which nothing is known.
     *
     * @param maxPageSize the size of most of the pages to ask for, the largest that the API serves
     * @param cap how many ranks the API serves at most: no page may end beyond it. A multiple of {@code maxPageSize}
     * @param moment in epoch seconds. The boundary is before the first result at this moment or after it; in a
     *     descending list, at this moment or earlier
     * @param isDescending whether the list starts with its latest result
     */
    public TimeSearch(int maxPageSize, int cap, long moment, boolean isDescending) {
        this(maxPageSize, moment, isDescending, Bounds.unknown(cap, (maxPageSize + 1) / 2));
        if (maxPageSize < 1 || cap < maxPageSize || cap % maxPageSize != 0) {
            throw new IllegalArgumentException("cap " + cap + " is not a multiple of the page size " + maxPageSize);
        }
    }

    private TimeSearch(int maxPageSize, long moment, boolean isDescending, Bounds bounds) {
        this.maxPageSize = maxPageSize;
        this.moment = moment;
        this.isDescending = isDescending;
        this.bounds = bounds;
    }

    /**
     * This search and what a page tells about the boundary.
     *
     * @param page any page within the cap, of any size, asked for or cached
     * @param times those of its results in the order of the list, in epoch seconds; a page that is not full ends the
     *     list
     * @param hasNext whether the API says that results follow. That none do is not believed of a page whose successor
     *     would go past the cap, which the API does not serve
     * @return the search that knows it
     */
    public TimeSearch observe(PageRequest page, long[] times, boolean hasNext) {
        int start = (int) page.offset();
        int before = countBefore(times);
        boolean isBoundaryOnPage = before < times.length || isEnd(page, times.length, hasNext);
        return new TimeSearch(maxPageSize, moment, isDescending, observed(start, before, isBoundaryOnPage));
    }

    private Bounds observed(int start, int before, boolean isBoundaryOnPage) {
        if (!isBoundaryOnPage) {
            return bounds.withAtLeast(start + before);
        }
        return before > 0 || start == 0 ? bounds.seenAt(start + before) : bounds.withAtMost(start);
    }

    private int countBefore(long[] times) {
        int count = 0;
        while (count < times.length && (isDescending ? times[count] > moment : times[count] < moment)) {
            count++;
        }
        return count;
    }

    private boolean isEnd(PageRequest page, int items, boolean hasNext) {
        return items < page.size() || (!hasNext && page.end() + page.size() <= bounds.cap());
    }

    /**
     * The page to ask for next: one that shows the boundary wherever it still can be, if there is such a page; otherwise
     * one that leaves no more above it than the calls that are left can tell apart.
     *
     * @return empty as soon as the {@link #boundary()} is known
     */
    public Optional<PageRequest> next() {
        return boundary().isPresent() ? Optional.empty() : Optional.of(probe());
    }

    /**
     * Where the moment lies.
     *
     * @return empty as long as there is a page to ask for
     */
    public Optional<Boundary> boundary() {
        boolean isBeyond = bounds.atLeast() >= bounds.cap();
        return bounds.isSeen() || isBeyond
                ? Optional.of(new Boundary(bounds.atLeast(), bounds.isSeen()))
                : Optional.empty();
    }

    /**
     * How many more pages have to be asked for at most, as long as the list does not change: each halves the pages that
     * the boundary may be on, and if it is between two pages one more has to show it.
     *
     * @return 0 as soon as the {@link #boundary()} is known
     */
    public int worstCase() {
        if (boundary().isPresent()) {
            return 0;
        }
        boolean isDecided = deciding(bounds.atLeast(), bounds.atMost()) != null;
        return isDecided ? 1 : Integer.numberOfTrailingZeros(Integer.highestOneBit(pages())) + 2;
    }

    private PageRequest probe() {
        PageRequest deciding = deciding(bounds.atLeast(), bounds.atMost());
        if (deciding != null) {
            return deciding;
        }
        if (bounds.atLeast() == bounds.atMost()) {
            throw new IllegalStateException("no page of " + maxPageSize + " holds both sides of " + bounds.atLeast());
        }
        int above = Integer.highestOneBit(pages()) - 1;
        return new PageRequest(lastPage() - above, maxPageSize);
    }

    /** How many of the largest pages the boundary may be on. */
    private int pages() {
        return lastPage() - bounds.atLeast() / maxPageSize;
    }

    private int lastPage() {
        return (bounds.atMost() - 1) / maxPageSize + 1;
    }

    /** The page that shows the boundary wherever it is between two ranks, and as many ranks around them as can be. */
    private @Nullable PageRequest deciding(int atLeast, int atMost) {
        int widest = 0;
        int best = 0;
        for (int size = atMost - atLeast + 1; size <= maxPageSize; size++) {
            int start = Math.max(0, atLeast - 1) / size * size;
            int around = Math.min(start == 0 ? maxPageSize : atLeast - start, roomAbove(start + size, atMost));
            if (around > widest) {
                widest = around;
                best = size;
            }
        }
        return best == 0 ? null : new PageRequest(Math.max(0, atLeast - 1) / best + 1, best);
    }

    private int roomAbove(int end, int rank) {
        if (end >= bounds.cap()) {
            return end == bounds.cap() ? maxPageSize : 0;
        }
        return end - rank;
    }
}
