package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.PageRequest;
import dev.meishi.connection.Snapshot;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Looks for an anchor that is not on the page where it should be: it has moved because others came or went, or it is
 * gone itself. In a list sorted by time its place is known nevertheless, unless other results have the same time. In
 * any other list it is looked for on the pages next to the one it should be on.
 *
 * @param <T> kind of result
 */
final class LostAnchor<T> {

    /** More pages than are read in search of one result among others of the very same second. */
    private static final int MOST_PAGES = 50;

    private final NumberedList<T> list;
    private final Anchor anchor;
    private final SliceCollector<T> collector;

    LostAnchor(NumberedList<T> list, Anchor anchor, SliceCollector<T> collector) {
        this.list = list;
        this.anchor = anchor;
        this.collector = collector;
    }

    /**
     * Where to read on.
     *
     * @param page that does not have it
     * @return fails with {@code CURSOR_STALE} if that cannot be told
     */
    Uni<Gap<T>> find(Snapshot<T> page) {
        Long time = anchor.time();
        if (time == null) {
            return nearby(neighbours(page, true, true));
        }
        List<PageRequest> side = neighbours(page, isBefore(page, time), isBehind(page, time));
        return side.isEmpty()
                ? byTime(time, List.of(page))
                : list.pages().fetchFresh(side.get(0), collector.ledger()).flatMap(next -> {
                    int index = list.place(next, anchor);
                    return index >= 0
                            ? Uni.createFrom().item(new Gap<>(next, index - 1, index + 1))
                            : byTime(time, List.of(page, next));
                });
    }

    private boolean isBefore(Snapshot<T> page, long time) {
        Long first =
                page.items().isEmpty() ? null : list.keys().time(page.items().get(0));
        return first != null && (list.isAscending() ? time <= first : time >= first);
    }

    private boolean isBehind(Snapshot<T> page, long time) {
        Long last = page.items().isEmpty()
                ? null
                : list.keys().time(page.items().get(page.items().size() - 1));
        return last != null && (list.isAscending() ? time >= last : time <= last);
    }

    private Uni<Gap<T>> byTime(long time, List<Snapshot<T>> known) {
        return BoundarySearch.afresh(list, time, collector.ledger()).find(known).flatMap(boundary -> {
            Snapshot<T> found = boundary.page();
            return found == null
                    ? Uni.createFrom().item(boundary)
                    : amongEqual(boundary, found, boundary.after(), time);
        });
    }

    /** Its place among those of the same time, or between the times around it if there are none. */
    private Uni<Gap<T>> amongEqual(Gap<T> boundary, Snapshot<T> page, int first, long time) {
        List<T> results = page.items();
        int i = first;
        while (i < results.size() && hasTime(results.get(i), time)) {
            if (list.keys().fingerprint(results.get(i)) == anchor.fingerprint()) {
                return Uni.createFrom().item(new Gap<>(page, i - 1, i + 1));
            }
            i++;
        }
        boolean goesOn = i == results.size() && page.hasNext() && i > first;
        if (goesOn && page.end() >= list.planner().cap()) {
            return Uni.createFrom().item(Gap.beyondCap());
        }
        if (goesOn) {
            return next(page).flatMap(next -> amongEqual(boundary, next, firstOf(next, time), time));
        }
        boolean hasEqual = i > first || !page.equals(boundary.page());
        return hasEqual
                ? Uni.createFrom().failure(ListFailures.stale())
                : Uni.createFrom().item(boundary);
    }

    private Uni<Snapshot<T>> next(Snapshot<T> page) {
        if (collector.nextPage() > MOST_PAGES) {
            throw ListFailures.stale();
        }
        return list.pages()
                .fetchFresh(
                        list.planner().following(page.end() - 1, 2, List.of()).get(0), collector.ledger());
    }

    private int firstOf(Snapshot<T> page, long time) {
        int i = 0;
        while (i < page.items().size() && !hasTime(page.items().get(i), time)) {
            i++;
        }
        return i;
    }

    private boolean hasTime(T result, long time) {
        return Objects.equals(list.keys().time(result), time);
    }

    /** The pages next to one, each with a result or two of it. */
    private List<PageRequest> neighbours(Snapshot<T> page, boolean isBefore, boolean isBehind) {
        List<PageRequest> neighbours = new ArrayList<>();
        if (isBefore && page.start() > 0) {
            neighbours.addAll(list.planner().preceding(page.start(), 2, List.of()));
        }
        if (isBehind && page.hasNext() && page.end() < list.planner().cap()) {
            neighbours.addAll(list.planner().following(page.end() - 1, 2, List.of()));
        }
        return neighbours;
    }

    private Uni<Gap<T>> nearby(List<PageRequest> neighbours) {
        if (neighbours.isEmpty()) {
            return Uni.createFrom().failure(ListFailures.stale());
        }
        return list.pages().fetchFresh(neighbours.get(0), collector.ledger()).flatMap(page -> {
            int index = list.place(page, anchor);
            return index >= 0
                    ? Uni.createFrom().item(new Gap<>(page, index - 1, index + 1))
                    : nearby(neighbours.subList(1, neighbours.size()));
        });
    }
}
