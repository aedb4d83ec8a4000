package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Direction;
import dev.meishi.connection.OverlapPlanner;
import dev.meishi.connection.PageRequest;
import dev.meishi.connection.Snapshot;
import dev.meishi.pages.ListPages;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list that can be read from any rank on. Contacts come and go between two calls, so pages are joined only at a result
 * that both have.
 *
 * @param <T> kind of result
 */
final class NumberedList<T> implements DirectedList<T> {

    /** More pages than any answer needs: a guard against a list that has no end. */
    private static final int MAX_PAGES = 300;

    private final ListPages<T> pages;
    private final ItemKeys<T> keys;
    private final boolean isAscending;
    private final Anchor.Origin origin;
    private final OverlapPlanner planner;

    /** A time of the window that it is a list of; null if it is of all times. */
    private final @Nullable Long within;

    /**
     * Cached pages that lead no further: those read already, and those that have nothing in common any more with what was
     * read since. Two of different ages may each seem to reach beyond the other. Null until there is one.
     */
    private @Nullable Set<PageRequest> outdated;

    NumberedList(ListSource<T> source, Direction order, @Nullable Span window, OverlapPlanner planner) {
        this.within = window == null ? null : (Long) window.from();
        this.pages = source.pages(order, window);
        this.keys = source.keys();
        this.isAscending = order.in(source.sorting()).isForward();
        this.origin = Anchor.Origin.of(order, window != null);
        this.planner = planner;
    }

    boolean isAscending() {
        return isAscending;
    }

    @Override
    public Anchor.Origin origin() {
        return origin;
    }

    ListPages<T> pages() {
        return pages;
    }

    ItemKeys<T> keys() {
        return keys;
    }

    OverlapPlanner planner() {
        return planner;
    }

    @Override
    public Uni<StopReason> start(int firstPage, SliceCollector<T> collector) {
        List<PageRequest> chain = planner.start(firstPage, requests(pages.cached(0, firstPage, collector.ledger())));
        return pages.get(chain.get(0), collector.ledger()).flatMap(page -> read(page, 0, Direction.FORWARD, collector));
    }

    @Override
    public Uni<StopReason> from(Anchor anchor, Direction direction, SliceCollector<T> collector) {
        int rank = Math.min(anchor.rank(), planner.cap() - 1);
        int nearby = planner.maxPageSize();
        List<Snapshot<T>> near = pages.cached(rank - nearby, rank + nearby, collector.ledger());
        Snapshot<T> cached = new Match<>(keys, anchor.fingerprint(), rank).furthest(near, direction);
        if (cached != null) {
            return pages.get(cached.page(), collector.ledger()).flatMap(page -> {
                int index = find(page, anchor.fingerprint(), rank);
                return index >= 0
                        ? read(page, direction.next(index), direction, collector)
                        : search(anchor, rank, direction, collector);
            });
        }
        return search(anchor, rank, direction, collector);
    }

    @Override
    public Uni<StopReason> seek(Anchor anchor, Direction direction, SliceCollector<T> collector) {
        return from(new Anchor(origin, 0, anchor.fingerprint(), anchor.time()), direction, collector);
    }

    /** Reads from a page. */
    Uni<StopReason> read(Snapshot<T> page, int index, Direction direction, SliceCollector<T> collector) {
        List<T> items = page.items();
        Integer total = page.total();
        if (total != null) {
            collector.endsAfter(total);
        } else if (!page.hasNext() && !items.isEmpty() && page.end() < planner.cap() && !origin.isWindow()) {
            collector.endsAfter(page.end());
        }
        boolean isForward = direction.isForward();
        int i = index;
        while (isForward ? i < items.size() : i >= 0) {
            if (!collector.offer(positioned(page, i))) {
                return done();
            }
            i = direction.next(i);
        }
        boolean isCap = isForward && page.end() >= planner.cap();
        if (isForward ? !page.hasNext() && !isCap : page.start() == 0) {
            return Uni.createFrom().item(StopReason.END);
        }
        if (collector.isSatisfied(origin) && (!isForward || page.hasNext())) {
            collector.markMore();
            return done();
        }
        if (isCap) {
            return Uni.createFrom().item(page.hasNext() ? StopReason.CAP : StopReason.PERHAPS_CAP);
        }
        return readOn(page, direction, collector);
    }

    private Positioned<T> positioned(Snapshot<T> page, int index) {
        return new Positioned<>(
                page.items().get(index),
                origin,
                null,
                page.start() + index,
                Positioned.nearby(keys, page.items(), index, within));
    }

    private static Uni<StopReason> done() {
        return Uni.createFrom().item(StopReason.DONE);
    }

    private Uni<StopReason> readOn(Snapshot<T> page, Direction direction, SliceCollector<T> collector) {
        if (collector.nextPage() > MAX_PAGES || page.items().isEmpty()) {
            throw ListFailures.stale();
        }
        boolean isForward = direction.isForward();
        int edge = isForward ? page.end() - 1 : page.start();
        Set<PageRequest> outdated = outdated();
        PageRequest wanted = nextPage(page, edge, direction, collector);
        Uni<Snapshot<T>> next = outdated.contains(wanted)
                ? pages.fetchFresh(wanted, collector.ledger())
                : pages.get(wanted, collector.ledger());
        outdated.add(page.page());
        return next.flatMap(other -> {
            int index = join(page, other, direction);
            if (index >= 0) {
                return read(other, direction.next(index), direction, collector);
            }
            outdated.add(wanted);
            T last = page.items().get(isForward ? page.items().size() - 1 : 0);
            Anchor anchor = new Positioned<>(last, origin, edge).anchor(keys);
            return search(anchor, edge, direction, collector);
        });
    }

    private Set<PageRequest> outdated() {
        Set<PageRequest> known = outdated;
        if (known == null) {
            known = new HashSet<>();
            outdated = known;
        }
        return known;
    }

    private PageRequest nextPage(Snapshot<T> page, int edge, Direction direction, SliceCollector<T> collector) {
        int count = collector.hasSkipped() ? planner.maxPageSize() : collector.missing() + 1;
        List<PageRequest> cached = requests(pages.cached(edge - count, edge + count, collector.ledger()));
        cached.removeAll(outdated());
        return chain(edge, count, direction, cached).stream()
                .filter(candidate -> !candidate.equals(page.page()))
                .findFirst()
                .orElseThrow(ListFailures::stale);
    }

    private List<PageRequest> chain(int rank, int count, Direction direction, List<PageRequest> cached) {
        return direction.isForward() ? planner.following(rank, count, cached) : planner.preceding(rank, count, cached);
    }

    /** Where the one page ends on the other: the place of the last result that both have, -1 if they share none. */
    private int join(Snapshot<T> page, Snapshot<T> other, Direction direction) {
        List<T> items = page.items();
        int i = direction.isForward() ? items.size() - 1 : 0;
        while (i >= 0 && i < items.size()) {
            int index = find(other, keys.fingerprint(items.get(i)), page.start() + i);
            if (index >= 0) {
                return index;
            }
            i = direction.reversed().next(i);
        }
        return -1;
    }

    /** No cached page has the anchor: a new one should, where the anchor was. */
    private Uni<StopReason> search(Anchor anchor, int rank, Direction direction, SliceCollector<T> collector) {
        if (collector.nextPage() > MAX_PAGES) {
            throw ListFailures.stale();
        }
        PageRequest wanted =
                chain(rank, collector.missing() + 1, direction, List.of()).get(0);
        return pages.fetchFresh(wanted, collector.ledger()).flatMap(page -> {
            int index = find(page, anchor.fingerprint(), rank);
            return index >= 0
                    ? read(page, direction.next(index), direction, collector)
                    : new LostAnchor<>(this, anchor, collector)
                            .find(page)
                            .flatMap(gap -> gap.isBeyondCap()
                                    ? Uni.createFrom().item(StopReason.CAP)
                                    : read(
                                            Objects.requireNonNull(gap.page()),
                                            direction.isForward() ? gap.after() : gap.before(),
                                            direction,
                                            collector));
        });
    }

    private int find(Snapshot<T> page, long fingerprint, int rank) {
        return new Match<>(keys, fingerprint, rank).in(page);
    }

    /** The anchor on a page, -1 if it is not there. */
    int place(Snapshot<T> page, Anchor anchor) {
        return find(page, anchor.fingerprint(), anchor.rank());
    }

    private static List<PageRequest> requests(List<? extends Snapshot<?>> pages) {
        List<PageRequest> requests = new ArrayList<>(pages.size());
        pages.forEach(page -> requests.add(page.page()));
        return requests;
    }
}
