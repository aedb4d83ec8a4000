package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Direction;
import dev.meishi.connection.Position.Token;
import dev.meishi.listing.ListEnd.Last;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * Looks for an anchor in a list of which no cursor leads to it: on cached pages, and else from the start of the list. In a
 * list sorted by time its place is known even if it is gone, unless other results have the same time.
 *
 * @param <T> kind of result
 */
final class CursorSearch<T> {

    private final ItemKeys<T> keys;
    private final boolean isAscending;
    private final CursorPages<T> pages;

    CursorSearch(ListSource<T> source, Direction order, CursorPages<T> pages) {
        this.keys = source.keys();
        this.isAscending = order.in(source.sorting()).isForward();
        this.pages = pages;
    }

    /**
     * Where to read on.
     *
     * @return fails with {@code CURSOR_STALE} if that cannot be told
     */
    Uni<CursorSpot<T>> find(Anchor anchor) {
        CursorSpot<T> cached = pages.withCached(anchor, Direction.FORWARD);
        return cached == null ? afresh(anchor) : Uni.createFrom().item(cached);
    }

    /** Where to read on, by the list as it is now. */
    Uni<CursorSpot<T>> afresh(Anchor anchor) {
        return find(Token.START, anchor, null, false);
    }

    private Uni<CursorSpot<T>> find(Token start, Anchor anchor, @Nullable Last before, boolean hasEqual) {
        return pages.fresh(start, Integer.MAX_VALUE).flatMap(page -> {
            int index = pages.find(page, anchor);
            if (index >= 0) {
                return Uni.createFrom().item(CursorSpot.at(page, index + 1));
            }
            Long time = anchor.time();
            boolean isAmongEqual = hasEqual;
            for (int i = 0; time != null && i < page.items().size(); i++) {
                Long other = keys.time(page.items().get(i));
                if (other != null && isBeyond(other, time)) {
                    return unlessAmongEqual(isAmongEqual, CursorSpot.at(page, i));
                }
                isAmongEqual |= time.equals(other);
            }
            Token next = page.next();
            return next == null
                    ? end(page, before, isAmongEqual || time == null)
                    : find(next, anchor, pages.last(page), isAmongEqual);
        });
    }

    private Uni<CursorSpot<T>> end(CursorPage<T> page, @Nullable Last before, boolean isAmongEqual) {
        return pages.end(page, before)
                .flatMap(end -> end.reason() == StopReason.CAP
                        ? Uni.createFrom().item(CursorSpot.none(StopReason.CAP))
                        : unlessAmongEqual(isAmongEqual, CursorSpot.none(StopReason.END)));
    }

    private Uni<CursorSpot<T>> unlessAmongEqual(boolean isAmongEqual, CursorSpot<T> spot) {
        return isAmongEqual
                ? Uni.createFrom().failure(ListFailures.stale())
                : Uni.createFrom().item(spot);
    }

    private boolean isBeyond(long time, long than) {
        return isAscending ? time > than : time < than;
    }
}
