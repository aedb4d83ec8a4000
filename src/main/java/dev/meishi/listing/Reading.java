package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.PageRequest;
import dev.meishi.connection.Slice;
import dev.meishi.ledger.Ledger;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a part of a search, in one direction: through the whole list from either end, or window by window.
 *
 * @param <T> kind of result
 */
final class Reading<T> {

    /** Windows without a contact are a call each. */
    static final int MOST_WINDOWS = 600;

    /** Calls that tell whether a list goes on beyond the last rank served. */
    static final int LOOKING_BEYOND_CAP = 1;

    /** So few are read through whether there is anything in them or not. */
    private static final long FEW_WINDOWS = 8;

    private final Listing<T> listing;
    private final ListSource<T> lists;
    private final Ledger ledger;

    private final Slice wanted;
    private final boolean isTowardsEnd;
    private final @Nullable Anchor from;
    private final @Nullable Anchor until;
    private final SliceFilter<T> filter;
    private final SliceCollector<T> collector;

    Reading(Listing<T> listing, ListSource<T> lists, Ledger ledger, Slice wanted) {
        this.listing = listing;
        this.lists = lists;
        this.ledger = ledger;
        this.wanted = wanted;
        isTowardsEnd = !wanted.isBackward();
        from = isTowardsEnd ? wanted.after() : wanted.before();
        until = isTowardsEnd ? wanted.before() : wanted.after();
        filter = new SliceFilter<>(lists, isTowardsEnd, until);
        collector = new SliceCollector<>(wanted.count(), filter, ledger);
    }

    Uni<Selection<T>> read() {
        Uni<Void> reading = from == null ? begin() : resume(from);
        return reading.map(read -> selection());
    }

    private Uni<Void> begin() {
        DirectedList<T> list = listing.whole(!isTowardsEnd);
        Span span = lists.span();
        if (span == null || !lists.isSortedBySpan() || span.isOpen(isUpwards())) {
            return list.start(wanted.count(), collector).flatMap(outcome -> goOn(outcome, list));
        }
        Windows windows = Windows.of(span, lists.longestWindow());
        return new SpanPlan(windows.count(), search(list, span).worstCase()).isByWindows()
                ? enterFirst(windows, wanted.count())
                : byRanks(list, span);
    }

    private BoundarySearch<T> search(DirectedList<T> list, Span span) {
        return new BoundarySearch<>(list, isUpwards() ? span.from() : span.to(), ledger);
    }

    private Uni<Void> byRanks(DirectedList<T> list, Span span) {
        return search(list, span)
                .find(List.of())
                .flatMap(boundary -> boundary.isBeyondCap()
                        ? windows().flatMap(windows -> enterFirst(windows, lists.maxPageSize()))
                        : list.read(Objects.requireNonNull(boundary.page()), boundary.after(), true, collector)
                                .flatMap(outcome -> goOn(outcome, list)));
    }

    private Uni<Void> enterFirst(Windows windows, int firstPage) {
        return windows.count() == 0
                ? Uni.createFrom().voidItem()
                : enter(windows, isUpwards() ? windows.first() : windows.last(), firstPage);
    }

    private Uni<Void> resume(Anchor anchor) {
        boolean isReversed = anchor.origin().isFromEnd();
        boolean isForward = isTowardsEnd != isReversed;
        if (!anchor.origin().isWindow()) {
            DirectedList<T> list = listing.whole(isReversed);
            return list.from(anchor, isForward, collector).flatMap(outcome -> goOn(outcome, list));
        }
        if (isOfFewWindows(lists)) {
            return resumeInWindow(anchor, isReversed, isForward);
        }
        // Nothing is read by many windows unless it lies beyond the last rank served; the list may have become shorter.
        return isLongerThanServed().flatMap(isLong -> {
            if (isLong) {
                return resumeInWindow(anchor, isReversed, isForward);
            }
            Anchor.Origin whole = isReversed ? Anchor.Origin.END : Anchor.Origin.START;
            DirectedList<T> list = listing.whole(isReversed);
            return list.from(new Anchor(whole, 0, anchor.mark(), anchor.time()), isForward, collector)
                    .flatMap(outcome -> goOn(outcome, list));
        });
    }

    /** Whether it has a span of so few windows that they are read one after the other. */
    static boolean isOfFewWindows(ListSource<?> lists) {
        Span span = lists.span();
        return span != null
                && lists.isSortedBySpan()
                && span.to() - span.from() >= 0
                && Windows.of(span, lists.longestWindow()).count() <= FEW_WINDOWS;
    }

    private Uni<Boolean> isLongerThanServed() {
        int size = lists.maxPageSize();
        return lists.pages(false, null)
                .get(new PageRequest(lists.cap() / size, size), ledger)
                .map(page -> page.items().size() == size);
    }

    private Uni<Void> resumeInWindow(Anchor anchor, boolean isReversed, boolean isForward) {
        return windows().flatMap(windows -> {
            long index = windows.indexOf(timeOf(anchor));
            return listing.directed(isReversed, windows.window(index))
                    .from(anchor, isForward, collector)
                    .flatMap(outcome -> leave(outcome, windows, index));
        });
    }

    private Uni<Void> goOn(Outcome outcome, DirectedList<T> list) {
        return switch (outcome) {
            case DONE, END -> Uni.createFrom().voidItem();
            case CAP -> beyondCap();
            case PERHAPS_CAP -> perhapsBeyondCap(list);
        };
    }

    private Uni<Void> perhapsBeyondCap(DirectedList<T> list) {
        if (!lists.origins().contains(Anchor.Origin.END)) {
            return Uni.createFrom().voidItem();
        }
        return isMoreBehind().flatMap(isMore -> {
            if (isMore && !collector.isSatisfied(list.origin())) {
                return beyondCap();
            }
            if (isMore) {
                collector.markMore();
            }
            return Uni.createFrom().voidItem();
        });
    }

    /** The result at the other end of the list is the last one read, or another that follows. */
    private Uni<Boolean> isMoreBehind() {
        Positioned<T> read = Objects.requireNonNull(collector.lastRead());
        SliceCollector<T> one = new SliceCollector<>(1, Filter.all(), ledger);
        return listing.whole(!read.origin().isFromEnd())
                .start(1, one)
                .map(outcome -> one.found().stream()
                        .anyMatch(other -> lists.keys().mark(other.result())
                                != lists.keys().mark(read.result())));
    }

    /** Into the next window, if the one before is through. */
    private Uni<Void> leave(Outcome outcome, Windows windows, long index) {
        return switch (outcome) {
            case DONE -> Uni.createFrom().voidItem();
            case END -> {
                OptionalLong next = windows.next(index, isUpwards());
                if (next.isEmpty()) {
                    yield Uni.createFrom().voidItem();
                }
                if (collector.nextPage() > MOST_WINDOWS) {
                    throw listing.exceeded("the next result is more than " + MOST_WINDOWS + " times "
                            + listing.longestWindow() + " away");
                }
                yield enter(windows, next.getAsLong(), lists.maxPageSize());
            }
            case CAP, PERHAPS_CAP -> throw listing.exceeded("more than that lie within " + listing.longestWindow());
        };
    }

    private Uni<Void> enter(Windows windows, long index, int firstPage) {
        return listing.directed(!isTowardsEnd, windows.window(index))
                .start(firstPage, collector)
                .flatMap(outcome -> leave(outcome, windows, index));
    }

    /** No call leads further in this list; perhaps one in another does. */
    private Uni<Void> beyondCap() {
        Anchor last = last();
        if (!lists.origins().contains(Anchor.Origin.END)) {
            throw listing.exceeded("this list cannot be read from its end");
        }
        if (last == null) {
            throw DirectedList.stale(); // A list of 50,000 of which nothing was read is that no more.
        }
        if (last.time() != null) {
            return windows().flatMap(windows -> readOn(windows, last));
        }
        return listing.rankFromOtherEnd(last).flatMap(rank -> {
            Anchor.Origin origin = last.origin().isFromEnd() ? Anchor.Origin.START : Anchor.Origin.END;
            DirectedList<T> other = listing.whole(origin.isFromEnd());
            return other.from(new Anchor(origin, rank, last.mark(), null), false, collector)
                    .replaceWithVoid();
        });
    }

    private Uni<Void> readOn(Windows windows, Anchor last) {
        long index = windows.indexOf(timeOf(last));
        Anchor.Origin origin = isTowardsEnd ? Anchor.Origin.WINDOW_START : Anchor.Origin.WINDOW_END;
        Anchor anchor = new Anchor(origin, 0, last.mark(), last.time());
        return listing.directed(!isTowardsEnd, windows.window(index))
                .from(anchor, true, collector)
                .flatMap(outcome -> leave(outcome, windows, index));
    }

    private @Nullable Anchor last() {
        Positioned<T> read = collector.lastRead();
        return read == null ? from : read.anchor(lists.keys());
    }

    /**
     * The windows of the span; where they are many, and where there is no span, those alone from the first contact there
     * is to the last one.
     */
    private Uni<Windows> windows() {
        Span span = lists.span();
        if (span != null && isOfFewWindows(lists)) {
            return Uni.createFrom().item(Windows.of(span, lists.longestWindow()));
        }
        return Uni.combine().all().unis(timeAt(false), timeAt(true)).with((start, end) -> {
            Span all = new Span(Math.min(start, end), Math.max(start, end));
            return span != null && lists.isSortedBySpan()
                    ? Windows.of(span, lists.longestWindow()).within(all)
                    : Windows.aligned(all, lists.longestWindow());
        });
    }

    private Uni<Long> timeAt(boolean isEnd) {
        SliceCollector<T> one = new SliceCollector<>(1, Filter.all(), ledger);
        return listing.whole(isEnd).start(1, one).map(outcome -> {
            Long time = one.found().isEmpty()
                    ? null
                    : lists.keys().time(one.found().get(0).result());
            if (time == null) {
                throw DirectedList.stale();
            }
            return time;
        });
    }

    /** Whether it is read from earlier to later times. */
    private boolean isUpwards() {
        return lists.isAscending() == isTowardsEnd;
    }

    private Selection<T> selection() {
        if (until != null && !filter.hasMetAnchor() && !collector.hasMore() && until.time() == null) {
            throw DirectedList.stale();
        }
        List<Positioned<T>> results = new ArrayList<>(collector.found());
        if (collector.isStopped() && !isUpwards() && lists.span() != null) {
            dropLastUnplaced(results);
        }
        int found = results.size();
        boolean isCut = false;
        Integer last = wanted.last();
        if (isTowardsEnd && last != null && last < results.size()) {
            results = new ArrayList<>(results.subList(results.size() - last, results.size()));
            isCut = true;
        }
        if (!isTowardsEnd) {
            Collections.reverse(results);
        }
        boolean goesOn = collector.hasMore() || filter.hasMetAnchor();
        boolean camesFrom = from != null || isCut;
        return new Selection<>(
                List.copyOf(results),
                isTowardsEnd ? goesOn : camesFrom,
                isTowardsEnd ? camesFrom : goesOn,
                total(found));
    }

    /** What was read before the span's earlier end was met stands, without a time of its own, with what is before that. */
    private void dropLastUnplaced(List<Positioned<T>> results) {
        while (!results.isEmpty()
                && !lists.isPlaced(results.get(results.size() - 1).result())) {
            results.remove(results.size() - 1);
        }
    }

    private @Nullable Integer total(int found) {
        boolean isAllThereIs = from == null && until == null && !collector.hasMore() && !filter.hasUnplaced();
        if (isAllThereIs) {
            return found;
        }
        return lists.span() == null ? collector.total() : null;
    }

    private static long timeOf(Anchor anchor) {
        Long time = anchor.time();
        if (time == null) {
            throw DirectedList.stale();
        }
        return time;
    }
}
