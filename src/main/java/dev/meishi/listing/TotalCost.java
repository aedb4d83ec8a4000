package dev.meishi.listing;

import dev.meishi.connection.CountSearch;
import dev.meishi.connection.Direction;
import dev.meishi.connection.PageRequest;
import dev.meishi.connection.TimeSearch;

/**
 * How many calls a {@link TotalSearch} makes, and by that how it finds out the total of a span.
 *
 * @param <T> kind of result
 */
final class TotalCost<T> {

    private final ListSource<T> source;
    private final CountSearch cached;
    private final Boundaries boundaries;

    /** The search for a moment in the list sorted by its time. */
    interface Boundaries {

        /** Calls that it takes at most. */
        int calls(Direction order, long time);
    }

    /**
     * The cost of a total.
     *
     * @param cached what the cached pages tell
     */
    TotalCost(ListSource<T> source, CountSearch cached, Boundaries boundaries) {
        this.source = source;
        this.cached = cached;
        this.boundaries = boundaries;
    }

    /**
     * Calls that {@link TotalSearch#total()} makes, as of what is cached: of windows a page each, as few have more, and of a
     * span the search for both ends within what is served of the list from its start.
     */
    Cost cost() {
        Span span = source.span();
        if (span == null) {
            return new Cost(worstCase(cached));
        }
        return isByWindows(span) ? windowsCost(span) : ranksCost(span);
    }

    /** Whether its windows are counted, as that takes no more calls than to find both its ends. */
    boolean isByWindows(Span span) {
        return windowsOf(span).count() <= ranksCost(span).calls();
    }

    private Windows windowsOf(Span span) {
        return Windows.of(span, source.longestWindow());
    }

    private Cost windowsCost(Span span) {
        int windows = (int) windowsOf(span).count();
        return new Cost(windows).upTo(halvings(windows));
    }

    /** Calls for the windows whose first page is full; no more can be than the whole list has pages. */
    private int halvings(int windows) {
        PageRequest first = new PageRequest(1, source.maxPageSize());
        CountSearch full = new CountSearch(source.maxPageSize(), source.cap()).observe(first, first.size(), true);
        int most = isWithinCap() ? cached.atMost() / source.maxPageSize() : windows;
        return Math.min(windows, most) * worstCase(full);
    }

    private boolean isWithinCap() {
        return cached.atMost() < source.cap();
    }

    private Cost ranksCost(Span span) {
        if (span.isOpen(false)) {
            return new Cost(boundaries.calls(Direction.BACKWARD, span.from() - 1))
                    .upTo(isWithinCap() ? 0 : beyondCap(span));
        }
        int start = span.isOpen(true) ? 0 : boundaries.calls(Direction.FORWARD, span.from());
        Cost cost = new Cost(start + boundaries.calls(Direction.FORWARD, span.to() + 1));
        int anywhere = new TimeSearch(source.maxPageSize(), source.cap(), 0, false).worstCase();
        return isWithinCap() ? cost : cost.upTo(1 + 2 * anywhere + Math.max(anywhere, beyondCap(span)));
    }

    /** Calls for the windows of what lies beyond what is served from either end, and to find out which those are. */
    private int beyondCap(Span span) {
        int windows = (int) Math.min(windowsOf(span).count(), Walk.MAX_WINDOWS);
        return 2 + windows + halvings(windows);
    }

    /** Each call at least halves the pages that are left. */
    private int worstCase(CountSearch search) {
        if (search.known().isPresent()) {
            return 0;
        }
        int pages = (search.atMost() - 1) / source.maxPageSize() - search.atLeast() / source.maxPageSize() + 1;
        return Integer.SIZE - Integer.numberOfLeadingZeros(pages);
    }
}
