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
        return time == null ? nearby(page) : byTime(page, time);
    }

    private Uni<Place<T>> byTime(Snapshot<T> page, long time) {
        return new BorderSearch<>(list, time, gathering.ledger()).find(List.of(page)).map(border -> {
            Snapshot<T> found = border.page();
            if (found == null) {
                return border;
            }
            int first = border.after();
            for (int i = first; i < found.items().size() && hasTime(found.items().get(i), time); i++) {
                if (Anchor.hash(list.order().id(found.items().get(i))) == anchor.id()) {
                    return new Place<>(found, i - 1, i + 1);
                }
            }
            if (first < found.items().size() && hasTime(found.items().get(first), time)) {
                throw DirectedList.stale();
            }
            return border;
        });
    }

    private boolean hasTime(T result, long time) {
        return Objects.equals(list.order().time(result), time);
    }

    private Uni<Place<T>> nearby(Snapshot<T> page) {
        List<PageRequest> neighbours = new ArrayList<>();
        if (page.start() > 0) {
            neighbours.addAll(list.planner().preceding(page.start(), 2, List.of()));
        }
        if (page.hasNext() && page.end() < list.planner().cap()) {
            neighbours.addAll(list.planner().following(page.end() - 1, 2, List.of()));
        }
        return nearby(neighbours);
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
