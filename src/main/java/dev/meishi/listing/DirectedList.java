package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.OverlapPlanner;
import dev.meishi.connection.PageRequest;
import dev.meishi.connection.Snapshot;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.pages.ListPages;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A list in one direction, read page by page. Contacts come and go between two calls, so pages are joined only at a
 * result that both have.
 *
 * @param <T> kind of result
 */
final class DirectedList<T> {

    /** More pages than any answer is made of: the 50,000 ranks there are, and as much again. */
    private static final int MOST_PAGES = 300;

    private final ListPages<T> pages;
    private final ItemKeys<T> order;
    private final boolean isAscending;
    private final Anchor.Origin origin;
    private final OverlapPlanner planner;

    /** A time of the window that it is a list of; null if it is of all times. */
    private final @Nullable Long within;

    /**
     * Pages at hand that lead no further: those read already, and those that have nothing in common any more with what was
     * read since. Two of different ages may each seem to reach beyond the other.
     */
    private final Set<PageRequest> outdated = new HashSet<>();

    DirectedList(ListPages<T> pages, ItemKeys<T> order, boolean isAscending, Anchor.Origin origin, OverlapPlanner planner) {
        this(pages, order, isAscending, origin, planner, null);
    }

    DirectedList(
            ListPages<T> pages,
            ItemKeys<T> order,
            boolean isAscending,
            Anchor.Origin origin,
            OverlapPlanner planner,
            @Nullable Long within) {
        this.within = within;
        this.pages = pages;
        this.order = order;
        this.isAscending = isAscending;
        this.origin = origin;
        this.planner = planner;
    }

    /** A result on a page. */
    private record Spot<T>(Snapshot<T> page, int index) {}

    boolean isAscending() {
        return isAscending;
    }

    /** The page for the first results, however many a caller who pages on would have from it. */
    Uni<Snapshot<T>> first(int count, SliceCollector<T> collector) {
        List<PageRequest> chain = planner.start(count, requests(pages.cached(0, count, collector.ledger())));
        return pages.get(chain.get(0), collector.ledger());
    }

    /** Reads from the start of the list. */
    Uni<Outcome> start(int firstPage, SliceCollector<T> collector) {
        return first(firstPage, collector).flatMap(page -> read(page, 0, true, collector));
    }

    /**
     * Reads on from an anchor.
     *
     * @param isForward away from the list's start
     * @return fails with {@code CURSOR_STALE} if the anchor cannot be found again
     */
    Uni<Outcome> from(Anchor anchor, boolean isForward, SliceCollector<T> collector) {
        int rank = Math.min(anchor.rank(), planner.cap() - 1);
        Spot<T> cached = cached(anchor, rank, isForward, collector);
        if (cached != null) {
            return pages.get(cached.page().page(), collector.ledger()).flatMap(page -> {
                int index = find(page, anchor.mark(), rank);
                return index >= 0
                        ? read(page, next(index, isForward), isForward, collector)
                        : search(anchor, rank, isForward, collector);
            });
        }
        return search(anchor, rank, isForward, collector);
    }

    /** Reads from a page that is at hand. */
    Uni<Outcome> read(Snapshot<T> page, int index, boolean isForward, SliceCollector<T> collector) {
        List<T> items = page.items();
        Integer total = page.total();
        if (total != null) {
            collector.endsAfter(total);
        } else if (!page.hasNext() && !items.isEmpty() && page.end() < planner.cap() && !origin.isWindow()) {
            collector.endsAfter(page.end());
        }
        int i = index;
        while (isForward ? i < items.size() : i >= 0) {
            if (!collector.offer(placed(page, i))) {
                return done();
            }
            i = next(i, isForward);
        }
        boolean isCap = isForward && page.end() >= planner.cap();
        if (isForward ? !page.hasNext() && !isCap : page.start() == 0) {
            return Uni.createFrom().item(Outcome.END);
        }
        if (collector.isSatisfied(origin) && (!isForward || page.hasNext())) {
            collector.markMore();
            return done();
        }
        if (isCap) {
            return Uni.createFrom().item(page.hasNext() ? Outcome.CAP : Outcome.PERHAPS_CAP);
        }
        return readOn(page, isForward, collector);
    }

    private Positioned<T> placed(Snapshot<T> page, int index) {
        T result = page.items().get(index);
        Long nearby = order.isByTime() && !order.hasTime(result) ? nearby(page.items(), index) : null;
        return new Positioned<>(result, origin, page.start() + index, nearby);
    }

    /** The time of the next result before it on the page that has one, else of one after it, else of the window. */
    private @Nullable Long nearby(List<T> items, int index) {
        Long time = null;
        for (int i = index - 1; i >= 0 && time == null; i--) {
            time = order.time(items.get(i));
        }
        for (int i = index + 1; i < items.size() && time == null; i++) {
            time = order.time(items.get(i));
        }
        return time == null ? within : time;
    }

    private static Uni<Outcome> done() {
        return Uni.createFrom().item(Outcome.DONE);
    }

    private Uni<Outcome> readOn(Snapshot<T> page, boolean isForward, SliceCollector<T> collector) {
        if (collector.nextPage() > MOST_PAGES || page.items().isEmpty()) {
            throw stale();
        }
        int edge = isForward ? page.end() - 1 : page.start();
        PageRequest wanted = nextPage(page, edge, isForward, collector);
        Uni<Snapshot<T>> next = outdated.contains(wanted)
                ? pages.fetchFresh(wanted, collector.ledger())
                : pages.get(wanted, collector.ledger());
        outdated.add(page.page());
        return next.flatMap(other -> {
            int index = join(page, other, isForward);
            if (index >= 0) {
                return read(other, next(index, isForward), isForward, collector);
            }
            outdated.add(wanted);
            T last = page.items().get(isForward ? page.items().size() - 1 : 0);
            Anchor anchor = new Positioned<>(last, origin, edge).anchor(order);
            return search(anchor, edge, isForward, collector);
        });
    }

    private PageRequest nextPage(Snapshot<T> page, int edge, boolean isForward, SliceCollector<T> collector) {
        int count = collector.hasSkipped() ? planner.maxPageSize() : collector.missing() + 1;
        List<PageRequest> cached = requests(pages.cached(edge - count, edge + count, collector.ledger()));
        cached.removeAll(outdated);
        List<PageRequest> chain =
                isForward ? planner.following(edge, count, cached) : planner.preceding(edge, count, cached);
        return chain.stream()
                .filter(candidate -> !candidate.equals(page.page()))
                .findFirst()
                .orElseThrow(DirectedList::stale);
    }

    /** Where the one page ends on the other: the place of the last result that both have, -1 if they share none. */
    private int join(Snapshot<T> page, Snapshot<T> other, boolean isForward) {
        List<T> items = page.items();
        int i = isForward ? items.size() - 1 : 0;
        while (i >= 0 && i < items.size()) {
            int index = find(other, order.mark(items.get(i)), page.start() + i);
            if (index >= 0) {
                return index;
            }
            i = next(i, !isForward);
        }
        return -1;
    }

    private @Nullable Spot<T> cached(Anchor anchor, int rank, boolean isForward, SliceCollector<T> collector) {
        int nearby = planner.maxPageSize();
        List<Snapshot<T>> near = pages.cached(rank - nearby, rank + nearby, collector.ledger());
        Spot<T> where = furthest(near, page -> isAt(page, anchor.mark(), rank) ? rank - page.start() : -1, isForward);
        return where != null ? where : furthest(near, page -> find(page, anchor.mark(), rank), isForward);
    }

    /** Of the pages that have a result, the one with the most beyond it. */
    private static <T> @Nullable Spot<T> furthest(
            List<Snapshot<T>> pages, ToIntFunction<Snapshot<T>> place, boolean isForward) {
        Spot<T> best = null;
        for (Snapshot<T> page : pages) {
            int index = place.applyAsInt(page);
            if (index >= 0
                    && (best == null
                            || beyond(page, index, isForward) > beyond(best.page(), best.index(), isForward))) {
                best = new Spot<>(page, index);
            }
        }
        return best;
    }

    private static int beyond(Snapshot<?> page, int index, boolean isForward) {
        return isForward ? page.items().size() - index : index;
    }

    /** No page at hand has the anchor: a new one should, where the anchor was. */
    private Uni<Outcome> search(Anchor anchor, int rank, boolean isForward, SliceCollector<T> collector) {
        if (collector.nextPage() > MOST_PAGES) {
            throw stale();
        }
        int count = collector.missing() + 1;
        PageRequest wanted = isForward
                ? planner.following(rank, count, List.of()).get(0)
                : planner.preceding(rank, count, List.of()).get(0);
        return pages.fetchFresh(wanted, collector.ledger()).flatMap(page -> {
            int index = find(page, anchor.mark(), rank);
            return index >= 0
                    ? read(page, next(index, isForward), isForward, collector)
                    : new LostAnchor<>(this, anchor, collector)
                            .find(page)
                            .flatMap(spot -> spot.isBeyondCap()
                                    ? Uni.createFrom().item(Outcome.CAP)
                                    : read(
                                            Objects.requireNonNull(spot.page()),
                                            isForward ? spot.after() : spot.before(),
                                            isForward,
                                            collector));
        });
    }

    private int find(Snapshot<T> page, long mark, int rank) {
        if (isAt(page, mark, rank)) {
            return rank - page.start();
        }
        List<T> items = page.items();
        for (int i = 0; i < items.size(); i++) {
            if (order.mark(items.get(i)) == mark) {
                return i;
            }
        }
        return -1;
    }

    private boolean isAt(Snapshot<T> page, long mark, int rank) {
        int index = rank - page.start();
        return index >= 0
                && index < page.items().size()
                && order.mark(page.items().get(index)) == mark;
    }

    Anchor.Origin origin() {
        return origin;
    }

    ListPages<T> pages() {
        return pages;
    }

    ItemKeys<T> keys() {
        return order;
    }

    OverlapPlanner planner() {
        return planner;
    }

    /** The anchor on a page, -1 if it is not there. */
    int place(Snapshot<T> page, Anchor anchor) {
        return find(page, anchor.mark(), anchor.rank());
    }

    private static int next(int index, boolean isForward) {
        return isForward ? index + 1 : index - 1;
    }

    private static List<PageRequest> requests(List<? extends Snapshot<?>> pages) {
        List<PageRequest> requests = new ArrayList<>(pages.size());
        pages.forEach(page -> requests.add(page.page()));
        return requests;
    }

    static Failure stale() {
        return new Failure(
                ErrorCode.CURSOR_STALE,
                "The contact that the cursor stands at is gone, and nothing tells any more what followed it; start the list anew.");
    }
}
