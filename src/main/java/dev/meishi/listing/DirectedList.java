package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.ChainPlanner;
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
    private final Order<T> order;
    private final boolean isAscending;
    private final Anchor.Frame frame;
    private final ChainPlanner planner;

    /** A time of the window that it is a list of; null if it is of all times. */
    private final @Nullable Long within;

    /**
     * Pages at hand that lead no further: those read already, and those that have nothing in common any more with what was
     * read since. Two of different ages may each seem to reach beyond the other.
     */
    private final Set<PageRequest> outdated = new HashSet<>();

    DirectedList(ListPages<T> pages, Order<T> order, boolean isAscending, Anchor.Frame frame, ChainPlanner planner) {
        this(pages, order, isAscending, frame, planner, null);
    }

    DirectedList(
            ListPages<T> pages,
            Order<T> order,
            boolean isAscending,
            Anchor.Frame frame,
            ChainPlanner planner,
            @Nullable Long within) {
        this.within = within;
        this.pages = pages;
        this.order = order;
        this.isAscending = isAscending;
        this.frame = frame;
        this.planner = planner;
    }

    /** A result on a page. */
    private record Spot<T>(Snapshot<T> page, int index) {}

    boolean isAscending() {
        return isAscending;
    }

    /** The page for the first results, however many a caller who pages on would have from it. */
    Uni<Snapshot<T>> first(int count, Gathering<T> gathering) {
        List<PageRequest> chain = planner.start(count, requests(pages.atHand(0, count, gathering.ledger())));
        return pages.get(chain.get(0), gathering.ledger());
    }

    /** Reads from the start of the list. */
    Uni<Outcome> start(int firstPage, Gathering<T> gathering) {
        return first(firstPage, gathering).flatMap(page -> read(page, 0, true, gathering));
    }

    /**
     * Reads on from an anchor.
     *
     * @param isForward away from the list's start
     * @return fails with {@code CURSOR_STALE} if the anchor cannot be found again
     */
    Uni<Outcome> from(Anchor anchor, boolean isForward, Gathering<T> gathering) {
        int rank = Math.min(anchor.rank(), planner.cap() - 1);
        Spot<T> atHand = atHand(anchor, rank, isForward, gathering);
        if (atHand != null) {
            return pages.get(atHand.page().page(), gathering.ledger()).flatMap(page -> {
                int index = find(page, anchor.mark(), rank);
                return index >= 0
                        ? read(page, next(index, isForward), isForward, gathering)
                        : search(anchor, rank, isForward, gathering);
            });
        }
        return search(anchor, rank, isForward, gathering);
    }

    /** Reads from a page that is at hand. */
    Uni<Outcome> read(Snapshot<T> page, int index, boolean isForward, Gathering<T> gathering) {
        List<T> items = page.items();
        Integer total = page.total();
        if (total != null) {
            gathering.endsAfter(total);
        } else if (!page.hasNext() && !items.isEmpty() && page.end() < planner.cap() && !frame.isWindow()) {
            gathering.endsAfter(page.end());
        }
        int i = index;
        while (isForward ? i < items.size() : i >= 0) {
            if (!gathering.offer(placed(page, i))) {
                return done();
            }
            i = next(i, isForward);
        }
        boolean isCap = isForward && page.end() >= planner.cap();
        if (isForward ? !page.hasNext() && !isCap : page.start() == 0) {
            return Uni.createFrom().item(Outcome.END);
        }
        if (gathering.isContentWithAnyMore(frame) && (!isForward || page.hasNext())) {
            gathering.moreFollow();
            return done();
        }
        if (isCap) {
            return Uni.createFrom().item(page.hasNext() ? Outcome.CAP : Outcome.PERHAPS_CAP);
        }
        return readOn(page, isForward, gathering);
    }

    private Placed<T> placed(Snapshot<T> page, int index) {
        T result = page.items().get(index);
        Long nearby = order.isByTime() && !order.hasTime(result) ? nearby(page.items(), index) : null;
        return new Placed<>(result, frame, page.start() + index, nearby);
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

    private Uni<Outcome> readOn(Snapshot<T> page, boolean isForward, Gathering<T> gathering) {
        if (gathering.nextPage() > MOST_PAGES || page.items().isEmpty()) {
            throw stale();
        }
        int edge = isForward ? page.end() - 1 : page.start();
        PageRequest wanted = nextPage(page, edge, isForward, gathering);
        Uni<Snapshot<T>> next = outdated.contains(wanted)
                ? pages.getAnew(wanted, gathering.ledger())
                : pages.get(wanted, gathering.ledger());
        outdated.add(page.page());
        return next.flatMap(other -> {
            int index = join(page, other, isForward);
            if (index >= 0) {
                return read(other, next(index, isForward), isForward, gathering);
            }
            outdated.add(wanted);
            T last = page.items().get(isForward ? page.items().size() - 1 : 0);
            Anchor anchor = new Placed<>(last, frame, edge).anchor(order);
            return search(anchor, edge, isForward, gathering);
        });
    }

    private PageRequest nextPage(Snapshot<T> page, int edge, boolean isForward, Gathering<T> gathering) {
        int count = gathering.hasSkipped() ? planner.maxPageSize() : gathering.missing() + 1;
        List<PageRequest> atHand = requests(pages.atHand(edge - count, edge + count, gathering.ledger()));
        atHand.removeAll(outdated);
        List<PageRequest> chain =
                isForward ? planner.following(edge, count, atHand) : planner.preceding(edge, count, atHand);
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

    private @Nullable Spot<T> atHand(Anchor anchor, int rank, boolean isForward, Gathering<T> gathering) {
        int nearby = planner.maxPageSize();
        List<Snapshot<T>> near = pages.atHand(rank - nearby, rank + nearby, gathering.ledger());
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
    private Uni<Outcome> search(Anchor anchor, int rank, boolean isForward, Gathering<T> gathering) {
        if (gathering.nextPage() > MOST_PAGES) {
            throw stale();
        }
        int count = gathering.missing() + 1;
        PageRequest wanted = isForward
                ? planner.following(rank, count, List.of()).get(0)
                : planner.preceding(rank, count, List.of()).get(0);
        return pages.getAnew(wanted, gathering.ledger()).flatMap(page -> {
            int index = find(page, anchor.mark(), rank);
            return index >= 0
                    ? read(page, next(index, isForward), isForward, gathering)
                    : new LostAnchor<>(this, anchor, gathering)
                            .find(page)
                            .flatMap(spot -> spot.isBeyondCap()
                                    ? Uni.createFrom().item(Outcome.CAP)
                                    : read(
                                            Objects.requireNonNull(spot.page()),
                                            isForward ? spot.after() : spot.before(),
                                            isForward,
                                            gathering));
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

    Anchor.Frame frame() {
        return frame;
    }

    ListPages<T> pages() {
        return pages;
    }

    Order<T> order() {
        return order;
    }

    ChainPlanner planner() {
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
