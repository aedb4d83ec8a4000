package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Direction;
import dev.meishi.connection.OverlapPlanner;
import dev.meishi.connection.PageRequest;
import dev.meishi.connection.Slice;
import dev.meishi.connection.Snapshot;
import dev.meishi.connection.Total;
import dev.meishi.ledger.Ledger;
import dev.meishi.pages.ListPages;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lists of an API that numbers its pages, so that any rank can be read from at once.
 *
 * @param <T> kind of result
 */
final class NumberedAccess<T> implements Access<T> {

    /**
     * How many results may come or go before a place while a page is read on from, and be found on the next page all the
     * same. With it 10,000 results are read in 22 pages of 500.
     */
    private static final int MARGIN = 2;

    /** Calls that tell how far from its other end a result stands: its rank is searched for, and then looked at. */
    private static final int HALVINGS = 10;

    /** Calls that tell from when to when there are results: the first and the last one. */
    private static final int ENDS = 2;

    private final ListSource<T> source;
    private final Ledger ledger;
    private final OverlapPlanner planner;

    NumberedAccess(ListSource<T> source, Ledger ledger) {
        this.source = source;
        this.ledger = ledger;
        this.planner = new OverlapPlanner(
                source.maxPageSize(),
                source.cap(),
                MARGIN,
                source.pages(Direction.FORWARD, null).isCaching(ledger));
    }

    @Override
    public ListSource<T> source() {
        return source;
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public NumberedList<T> open(Direction order, @Nullable Span window) {
        if (window != null && window.from() > window.to()) {
            throw ListFailures.stale(); // Outside of the span, where no contact of this list can have stood.
        }
        return new NumberedList<>(source, order, window, planner);
    }

    /** Where it stands when it is counted from the other end, except for what came or went since. */
    @Override
    public Uni<StopReason> fromOtherEnd(Anchor last, SliceCollector<T> collector) {
        return totals().whole().flatMap(whole -> {
            if (whole < 0) {
                throw ListFailures.exceeded(source, "the requested results lie beyond both limits");
            }
            Direction order = last.origin().order().reversed();
            int rank = Math.max(0, whole - 1 - last.rank());
            Anchor other = new Anchor(Anchor.Origin.of(order, false), rank, last.fingerprint(), null);
            return open(order, null).from(other, Direction.BACKWARD, collector);
        });
    }

    @Override
    public Uni<Boolean> isBeyondWhole() {
        int size = source.maxPageSize();
        return source.pages(Direction.FORWARD, null)
                .get(new PageRequest(source.cap() / size, size), ledger)
                .map(page -> page.items().size() == size);
    }

    @Override
    public int beyondWholeCost() {
        return 1;
    }

    @Override
    public SpanApproach<T> toSpan(Direction direction, long moment, Windows windows, int count) {
        ByRank<T> ranks = new ByRank<>(this, direction, moment, windows, count);
        return windows.count() <= ranks.calls() ? new ByWindows<>(this, windows, ranks, count) : ranks;
    }

    @Override
    public Approach<T> upTo(Approach<T> list, Slice slice, Anchor until) {
        return new Bounded<>(this, list, until);
    }

    @Override
    public Cost start(Direction order, int count) {
        List<PageRequest> cached = cached(source.pages(order, null), 0, count);
        return new Cost(missing(planner.start(count, cached), cached));
    }

    @Override
    public Cost on(Anchor anchor, Direction direction, int count) {
        int ranks = count + (source.span() == null ? 1 : 2); // The end of a span is told by the first result beyond it.
        Cost cost = new Cost(missing(anchor, null, direction, ranks));
        boolean isForward = direction == anchor.origin().order();
        return isForward && rank(anchor) + ranks >= planner.cap() ? cost.upTo(beyondCap()) : cost;
    }

    private int rank(Anchor anchor) {
        return Math.min(anchor.rank(), planner.cap() - 1);
    }

    private int missing(Anchor anchor, @Nullable Span window, Direction direction, int ranks) {
        Direction order = anchor.origin().order();
        int rank = rank(anchor);
        List<PageRequest> cached = cached(source.pages(order, window), rank - ranks, rank + ranks);
        List<PageRequest> chain =
                direction == order ? planner.following(rank, ranks, cached) : planner.preceding(rank, ranks, cached);
        return missing(chain, cached);
    }

    @Override
    public int skipped(@Nullable Anchor anchor, Direction direction) {
        int rank = anchor == null ? 0 : Math.min(anchor.rank(), planner.cap() - 1);
        return anchor == null || direction == anchor.origin().order()
                ? planner.pages(rank, Math.max(rank, totals().atMost() - 1)) + beyondCap()
                : planner.pages(rank, 0);
    }

    /** Where a list has more than are served of it, the rest is read window by window or from its other end. */
    @Override
    public int beyondCap() {
        if (totals().atMost() < planner.cap() || !source.origins().contains(Anchor.Origin.END)) {
            return 0;
        }
        return source.keys().isByTime() ? windows() : HALVINGS + planner.pages(planner.cap() - 1, 0);
    }

    @Override
    public int windows() {
        Span span = source.isSortedBySpan() ? source.span() : null;
        long windows = span == null
                ? Walk.MAX_WINDOWS
                : Windows.of(span, source.longestWindow()).count();
        return ENDS + (int) Math.min(Walk.MAX_WINDOWS, windows);
    }

    @Override
    public Cost inWindow(Anchor anchor, Direction direction, int count) {
        Long time = anchor.time();
        return time == null
                ? pagesInWindows(count)
                : new Cost(missing(anchor, Windows.around(time, source), direction, count + 1));
    }

    @Override
    public Cost pagesInWindows(int count) {
        return new Cost(count / planner.maxPageSize() + 1);
    }

    @Override
    public Uni<Total> total(int most) {
        return source.isSelective() ? checked().counted(most) : totals().total();
    }

    @Override
    public boolean hasTotalInPart() {
        return source.isSelective();
    }

    @Override
    public Cost totalCost() {
        return source.isSelective() ? new Cost(checked().countingCost()) : totals().cost();
    }

    @Override
    public String totalHow() {
        if (source.isSelective()) {
            return "by reading the list";
        }
        return source.span() == null ? "by halving the list" : "by the ends of the span, or its windows";
    }

    /** Halving tells how many results the API finds, not how many of them are wanted. */
    private Listing<T> checked() {
        return new Listing<>(source.byTime(), ledger);
    }

    private TotalSearch<T> totals() {
        return new TotalSearch<>(source, planner, ledger);
    }

    private List<PageRequest> cached(ListPages<T> pages, int from, int to) {
        return pages.cached(from, to, ledger).stream()
                .<PageRequest>map(Snapshot::page)
                .toList();
    }

    private static int missing(List<PageRequest> chain, List<PageRequest> cached) {
        return (int) chain.stream().filter(page -> !cached.contains(page)).count();
    }
}
