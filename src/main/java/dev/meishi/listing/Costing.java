package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.OverlapPlanner;
import dev.meishi.connection.PageRequest;
import dev.meishi.connection.Slice;
import dev.meishi.connection.Snapshot;
import dev.meishi.ledger.CallEstimate;
import dev.meishi.ledger.Ledger;
import dev.meishi.pages.ListPages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says beforehand how many calls reading a part of a search may take.
 *
 * @param <T> kind of result
 */
final class Costing<T> {

    /** Calls that tell how far from its other end a result stands: its rank is searched for, and then looked at. */
    private static final int HALVINGS = 10;

    /** Calls that tell from when to when there are results: the first and the last one. */
    private static final int ENDS = 2;

    private final ListSource<T> lists;
    private final OverlapPlanner planner;
    private final Ledger ledger;

    Costing(ListSource<T> lists, OverlapPlanner planner, Ledger ledger) {
        this.lists = lists;
        this.planner = planner;
        this.ledger = ledger;
    }

    /**
     * Calls of a part.
     *
     * @param calls that are known to be enough if there is something to read where it is looked for
     * @param atMost where much may have to be passed over
     */
    private record Cost(int calls, int atMost) {

        Cost(int calls) {
            this(calls, calls);
        }

        Cost upTo(int more) {
            return new Cost(calls, atMost + more);
        }

        Cost and(int more) {
            return new Cost(calls + more, atMost + more);
        }
    }

    CallEstimate plan(String field, Slice wanted) {
        boolean isTowardsEnd = !wanted.isBackward();
        Anchor anchor = isTowardsEnd ? wanted.after() : wanted.before();
        SpanPlan span = anchor == null && lists.isSortedBySpan() ? spanPlan(lists, isTowardsEnd) : null;
        Cost cost =
                anchor != null ? on(anchor, wanted.count(), isTowardsEnd) : begin(span, wanted.count(), isTowardsEnd);
        return new CallEstimate(field, cost.calls(), cost.atMost(), how(span, cost), hint(span));
    }

    CallEstimate totalPlan(String field) {
        int total = counting().worstCase();
        String way = lists.span() == null ? "by halving the list" : "by the ends of the span, or its windows";
        return new CallEstimate(field, total, total == 0 ? "from the cache" : way, "Leave out totalCount.");
    }

    private @Nullable SpanPlan spanPlan(ListSource<T> sorted, boolean isTowardsEnd) {
        Span span = sorted.span();
        if (span == null) {
            return null;
        }
        boolean isUpwards = sorted.isAscending() == isTowardsEnd;
        if (span.isOpen(isUpwards)) {
            return null;
        }
        DirectedList<T> list = new DirectedList<>(
                sorted.pages(!isTowardsEnd, null), sorted.keys(), isUpwards, Anchor.Origin.START, planner);
        int ranks = new BoundarySearch<>(list, isUpwards ? span.from() : span.to(), ledger).worstCase();
        return new SpanPlan(Windows.of(span, sorted.longestWindow()).count(), ranks);
    }

    private Cost begin(@Nullable SpanPlan span, int count, boolean isTowardsEnd) {
        if (span != null) {
            Cost cost = new Cost((int) span.calls()).upTo(count / planner.maxPageSize() + 1);
            return span.isByWindows() ? cost : cost.and(1).upTo(beyondCap());
        }
        ListPages<T> pages = lists.pages(!isTowardsEnd, null);
        List<PageRequest> cached = cached(pages, 0, count);
        Cost cost = new Cost(missing(planner.start(count, cached), cached));
        if (lists.span() != null && !isFiltered()) {
            return cost.upTo(count / planner.maxPageSize() + 1 + beyondCap());
        }
        return isFiltered() ? cost.upTo(passedOver(0, true)) : cost;
    }

    private Cost on(Anchor anchor, int count, boolean isTowardsEnd) {
        boolean isReversed = anchor.origin().isFromEnd();
        int rank = Math.min(anchor.rank(), planner.cap() - 1);
        if (anchor.origin().isWindow()) {
            int look = Reading.isOfFewWindows(lists) ? 0 : Reading.LOOKING_BEYOND_CAP;
            return new Cost(1 + look + count / planner.maxPageSize()).upTo(windows());
        }
        boolean isForward = isTowardsEnd != isReversed;
        int ranks = count + (lists.span() == null ? 1 : 2); // The end of a span is told by the first result beyond it.
        List<PageRequest> cached = cached(lists.pages(isReversed, null), rank - ranks, rank + ranks);
        Cost cost = new Cost(missing(
                isForward ? planner.following(rank, ranks, cached) : planner.preceding(rank, ranks, cached), cached));
        if (isFiltered()) {
            return cost.upTo(passedOver(rank, isForward));
        }
        return isForward && rank + ranks >= planner.cap() ? cost.upTo(beyondCap()) : cost;
    }

    /** Whether the list has more than what is asked for, and the rest is left out by reading it. */
    private boolean isFiltered() {
        return lists.span() != null && !lists.isSortedBySpan();
    }

    /** Pages from a rank to the end of the list, or back to its start. */
    private int passedOver(int rank, boolean isForward) {
        return isForward
                ? planner.pages(rank, Math.max(rank, counting().atMost() - 1)) + beyondCap()
                : planner.pages(rank, 0);
    }

    /** Where a list has more than are served of it, the rest is read window by window or from its other end. */
    private int beyondCap() {
        if (counting().atMost() < planner.cap() || !lists.origins().contains(Anchor.Origin.END)) {
            return 0;
        }
        if (!lists.keys().isByTime()) {
            return HALVINGS + planner.pages(planner.cap() - 1, 0);
        }
        return windows();
    }

    /** The windows of the span, or all that a reading goes through before it gives up. */
    private int windows() {
        Span span = lists.isSortedBySpan() ? lists.span() : null;
        long windows = span == null
                ? Reading.MOST_WINDOWS
                : Windows.of(span, lists.longestWindow()).count();
        return ENDS + (int) Math.min(Reading.MOST_WINDOWS, windows);
    }

    private Counting<T> counting() {
        return new Counting<>(lists, planner, ledger);
    }

    private List<PageRequest> cached(ListPages<T> pages, int from, int to) {
        return pages.cached(from, to, ledger).stream()
                .<PageRequest>map(Snapshot::page)
                .toList();
    }

    private static int missing(List<PageRequest> chain, List<PageRequest> cached) {
        return (int) chain.stream().filter(page -> !cached.contains(page)).count();
    }

    private String how(@Nullable SpanPlan span, Cost page) {
        return span != null
                ? span.how()
                : isFiltered()
                        ? "by reading the list and leaving out what is not in the span: " + page.calls() + " to "
                                + page.atMost() + " calls"
                        : "page " + page.calls();
    }

    private String hint(@Nullable SpanPlan span) {
        if (isFiltered()) {
            ListSource<T> byTime = lists.byTime();
            SpanPlan sorted = spanPlan(byTime, byTime.isAscending());
            return "Order by the time that the span is about"
                    + (sorted == null ? "." : ": its first page needs " + (sorted.calls() + 1) + " calls at most.");
        }
        return span == null ? "Ask for fewer lists at once." : "Ask for a shorter span of time.";
    }
}
