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
 * gone itself. In a list sorted by time its place can be told all the same, unless others have the very same time. In
 * any other list it is looked for on the pages next to the one it should be on.
 *
 * @param <T> kind of result
 */
final class LostAnchor<T> {

    /** More pages than are read in search of one result among others of the very same second. */
    private static final int MOST_PAGES = 50;

    private final DirectedList<T> list;
    private final Anchor anchor;
    private final Gathering<T> gathering;

    LostAnchor(DirectedList<T> list, Anchor anchor, Gathering<T> gathering) {
        this.list = list;
        this.anchor = anchor;
        this.gathering = gathering;
    }

    /**
     * Where to read on.
     *
     * @param page that does not have it
     * @return fails with {@code CURSOR_STALE} if that cannot be told
     */
    Uni<Place<T>> find(Snapshot<T> page) {
        Long time = anchor.time();
        if (time == null) {
            return nearby(neighbours(page, true, true));
        }
        List<PageRequest> side = neighbours(page, isBefore(page, time), isBehind(page, time));
        return side.isEmpty()
                ? byTime(time, List.of(page))
                : list.pages().getAnew(side.get(0), gathering.ledger()).flatMap(next -> {
                    int index = list.place(next, anchor);
                    return index >= 0
                            ? Uni.createFrom().item(new Place<>(next, index - 1, index + 1))
                            : byTime(time, List.of(page, next));
                });
    }

    private boolean isBefore(Snapshot<T> page, long time) {
        Long first =
                page.items().isEmpty() ? null : list.order().time(page.items().get(0));
        return first != null && (list.isAscending() ? time <= first : time >= first);
    }

    private boolean isBehind(Snapshot<T> page, long time) {
        Long last = page.items().isEmpty()
                ? null
                : list.order().time(page.items().get(page.items().size() - 1));
        return last != null && (list.isAscending() ? time >= last : time <= last);
    }

    private Uni<Place<T>> byTime(long time, List<Snapshot<T>> known) {
        return BorderSearch.anew(list, time, gathering.ledger()).find(known).flatMap(border -> {
            Snapshot<T> found = border.page();
            return found == null ? Uni.createFrom().item(border) : amongEqual(border, found, border.after(), time);
        });
    }

    /** Its place among those of the same time, or between the times around it if there are none. */
    private Uni<Place<T>> amongEqual(Place<T> border, Snapshot<T> page, int first, long time) {
        List<T> results = page.items();
        int i = first;
        while (i < results.size() && hasTime(results.get(i), time)) {
            if (list.order().mark(results.get(i)) == anchor.mark()) {
                return Uni.createFrom().item(new Place<>(page, i - 1, i + 1));
            }
            i++;
        }
        boolean mayGoOn = i == results.size()
                && page.hasNext()
                && page.end() < list.planner().cap();
        if (mayGoOn && i > first) {
            return next(page).flatMap(next -> amongEqual(border, next, firstOf(next, time), time));
        }
        boolean hasEqual = i > first || !page.equals(border.page());
        return hasEqual
                ? Uni.createFrom().failure(DirectedList.stale())
                : Uni.createFrom().item(border);
    }

    private Uni<Snapshot<T>> next(Snapshot<T> page) {
        if (gathering.nextPage() > MOST_PAGES) {
            throw DirectedList.stale();
        }
        return list.pages()
                .getAnew(list.planner().following(page.end() - 1, 2, List.of()).get(0), gathering.ledger());
    }

    private int firstOf(Snapshot<T> page, long time) {
        int i = 0;
        while (i < page.items().size() && !hasTime(page.items().get(i), time)) {
            i++;
        }
        return i;
    }

    private boolean hasTime(T result, long time) {
        return Objects.equals(list.order().time(result), time);
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

    private Uni<Place<T>> nearby(List<PageRequest> neighbours) {
        if (neighbours.isEmpty()) {
            return Uni.createFrom().failure(DirectedList.stale());
        }
        return list.pages().getAnew(neighbours.get(0), gathering.ledger()).flatMap(page -> {
            int index = list.place(page, anchor);
            return index >= 0
                    ? Uni.createFrom().item(new Place<>(page, index - 1, index + 1))
                    : nearby(neighbours.subList(1, neighbours.size()));
        });
    }
}
