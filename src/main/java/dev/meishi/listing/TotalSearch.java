package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.CountSearch;
import dev.meishi.connection.Direction;
import dev.meishi.connection.OverlapPlanner;
import dev.meishi.connection.PageRequest;
import dev.meishi.connection.Snapshot;
import dev.meishi.connection.Total;
import dev.meishi.ledger.Ledger;
import dev.meishi.pages.ListPages;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Objects;

/**
 * Finds out how many results a search has. A page beyond the end is empty, so halving finds the end; of a long span of
 * time both ends are found in the list sorted by that time, or its windows are counted.
 *
 * @param <T> kind of result
 */
final class TotalSearch<T> {

    /** Windows that are counted at once. */
    private static final int WINDOWS_AT_ONCE = 4;

    private final ListSource<T> source;
    private final OverlapPlanner planner;
    private final Ledger ledger;

    TotalSearch(ListSource<T> source, OverlapPlanner planner, Ledger ledger) {
        this.source = source;
        this.planner = planner;
        this.ledger = ledger;
    }

    Uni<Total> total() {
        Span span = source.span();
        if (span == null) {
            return count(source.pages(Direction.FORWARD, null), cached());
        }
        return costs().isByWindows(span) ? byWindows(span) : byRanks(span);
    }

    /** What {@link #total()} costs, as of what is cached. */
    Cost cost() {
        return costs().cost();
    }

    /** Most results that the whole list has, in the span or not, as of what is cached; the cap stands for any more. */
    int atMost() {
        return cached().atMost();
    }

    private TotalCost<T> costs() {
        return new TotalCost<>(
                source, cached(), (order, time) -> boundary(order, time).worstCase());
    }

    /** The same results in the opposite order are as many. */
    private CountSearch cached() {
        CountSearch search = new CountSearch(source.maxPageSize(), source.cap());
        boolean isReversible = source.origins().contains(Anchor.Origin.END);
        for (Direction order : isReversible ? Direction.values() : new Direction[] {Direction.FORWARD}) {
            for (Snapshot<T> page : source.pages(order, null).cached(0, source.cap(), ledger)) {
                search = observe(search, page);
            }
        }
        return search;
    }

    private static CountSearch observe(CountSearch search, Snapshot<?> page) {
        return search.observe(page.page(), page.items().size(), page.hasNext());
    }

    private Uni<Total> count(ListPages<T> pages, CountSearch search) {
        return search.known().map(total -> Uni.createFrom().item(total)).orElseGet(() -> {
            PageRequest next = search.next().orElseThrow();
            return pages.get(next, ledger).flatMap(page -> count(pages, observe(search, page)));
        });
    }

    private Uni<Total> byWindows(Span span) {
        Windows windows = Windows.of(span, source.longestWindow());
        if (windows.count() > Walk.MAX_WINDOWS) {
            throw ListFailures.exceeded(
                    source,
                    "the total would have to be counted in more than " + Walk.MAX_WINDOWS + " windows of "
                            + ListFailures.longestWindow(source));
        }
        ListSource<T> byTime = source.byTime();
        return Multi.createFrom()
                .range(0, (int) windows.count())
                .onItem()
                .transformToUni(i -> inWindow(byTime.pages(Direction.FORWARD, windows.window(windows.first() + i))))
                .merge(WINDOWS_AT_ONCE)
                .collect()
                .asList()
                .map(TotalSearch::sum);
    }

    /** Most windows have a page at most, so the first page comes first. */
    private Uni<Total> inWindow(ListPages<T> window) {
        CountSearch search = new CountSearch(source.maxPageSize(), source.cap());
        return window.get(new PageRequest(1, source.maxPageSize()), ledger)
                .flatMap(page -> count(window, observe(search, page)));
    }

    private static Total sum(List<Total> parts) {
        return new Total(
                parts.stream().mapToInt(Total::count).sum(), parts.stream().allMatch(Total::isExact));
    }

    private Uni<Total> byRanks(Span span) {
        if (span.isOpen(false)) {
            return fromTheEnd(span);
        }
        if (span.isOpen(true)) {
            return boundary(span.to() + 1)
                    .find(List.of())
                    .flatMap(end -> end.isBeyondCap()
                            ? fromBothEnds(span, 0)
                            : Uni.createFrom().item(exactly(rank(end))));
        }
        return boundary(span.from())
                .find(List.of())
                .flatMap(start -> start.isBeyondCap()
                        ? fromTheEnd(span)
                        : boundary(span.to() + 1)
                                .find(List.of(Objects.requireNonNull(start.page())))
                                .flatMap(end -> end.isBeyondCap()
                                        ? fromBothEnds(span, rank(start))
                                        : Uni.createFrom().item(exactly(rank(end) - rank(start)))));
    }

    /** The span begins beyond the last rank served from the start. */
    private Uni<Total> fromTheEnd(Span span) {
        return later(span.from() - 1).flatMap(since -> {
            if (since < 0) {
                return bounded(span).flatMap(this::byWindows);
            }
            return span.isOpen(false)
                    ? Uni.createFrom().item(exactly(since))
                    : later(span.to()).map(after -> exactly(since - after));
        });
    }

    /** The span goes on beyond it: what is before it and after it is taken from the whole. */
    private Uni<Total> fromBothEnds(Span span, int before) {
        return whole().flatMap(whole -> whole < 0
                ? bounded(span).flatMap(this::byWindows)
                : later(span.to()).map(after -> exactly(whole - before - after)));
    }

    /**
     * How many results the whole list has, in the span or not, where it has more than are served from one end: those from
     * the start until the second at which that ends, and those from the end until and with that second.
     *
     * @return -1 if it has more than are served from both ends, or is so long no more
     */
    Uni<Integer> whole() {
        PageRequest last = new PageRequest(source.cap() / source.maxPageSize(), source.maxPageSize());
        ListSource<T> byTime = source.byTime();
        return byTime.pages(Direction.FORWARD, null).get(last, ledger).flatMap(page -> {
            Long pivot = page.items().isEmpty()
                    ? null
                    : byTime.keys().time(page.items().get(page.items().size() - 1));
            if (pivot == null) {
                return Uni.createFrom().item(-1);
            }
            return later(pivot - 1)
                    .flatMap(since -> since < 0
                            ? Uni.createFrom().item(-1)
                            : boundary(pivot).find(List.of(page)).map(middle -> rank(middle) + since));
        });
    }

    /** How many results are later than a moment; -1 if more than are served from the end. */
    private Uni<Integer> later(long moment) {
        return boundaryFromEnd(moment).find(List.of()).map(boundary -> boundary.isBeyondCap() ? -1 : rank(boundary));
    }

    /** What of a span without an end has anything in it; any other span as it is. */
    private Uni<Span> bounded(Span span) {
        if (!span.isOpen(true) && !span.isOpen(false)) {
            return Uni.createFrom().item(span);
        }
        return Uni.combine()
                .all()
                .unis(timeAt(Direction.FORWARD), timeAt(Direction.BACKWARD))
                .with((first, last) -> new Span(Math.max(span.from(), first), Math.min(span.to(), last)));
    }

    private Uni<Long> timeAt(Direction order) {
        ListSource<T> byTime = source.byTime();
        return byTime.pages(order, null).get(new PageRequest(1, 1), ledger).map(page -> {
            Long time = page.items().isEmpty()
                    ? null
                    : byTime.keys().time(page.items().get(0));
            if (time == null) {
                throw ListFailures.stale();
            }
            return time;
        });
    }

    private static Total exactly(int count) {
        return new Total(Math.max(0, count), true);
    }

    private static int rank(Gap<?> boundary) {
        return Objects.requireNonNull(boundary.page()).start() + boundary.after();
    }

    private BoundarySearch<T> boundary(long time) {
        return boundary(Direction.FORWARD, time);
    }

    private BoundarySearch<T> boundaryFromEnd(long time) {
        return boundary(Direction.BACKWARD, time);
    }

    private BoundarySearch<T> boundary(Direction order, long time) {
        return new BoundarySearch<>(new NumberedList<>(source.byTime(), order, null, planner), time, ledger);
    }
}
