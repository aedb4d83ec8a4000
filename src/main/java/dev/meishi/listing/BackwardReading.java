package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Direction;
import dev.meishi.connection.Position.Token;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list back from an anchor, of which an API with cursors knows nothing: by the cached pages before it, and else in
 * the opposite order, or from the start of the list up to the anchor. {@link CursorCost} goes the same way.
 *
 * @param <T> kind of result
 */
final class BackwardReading<T> {

    private final CursorList<T> list;
    private final CursorPages<T> pages;
    private final SliceCollector<T> collector;
    private final boolean isReversible;

    BackwardReading(CursorList<T> list, SliceCollector<T> collector) {
        this.list = list;
        this.pages = list.pages();
        this.collector = collector;
        this.isReversible = list.source().origins().contains(Anchor.Origin.END);
    }

    /** Reads what comes before an anchor that was found in the list. */
    Uni<StopReason> from(Anchor anchor) {
        if (!(anchor.position() instanceof Token token)) {
            return fromAnEnd(anchor);
        }
        CursorSpot<T> cached = pages.withCached(anchor, Direction.BACKWARD);
        if (cached != null) {
            return list.readCached(cached, page -> read(page, cached.before(), anchor));
        }
        CursorList<T> other = isReversible ? list.reversed() : null;
        CursorSpot<T> ahead = other == null ? null : other.pages().ahead(anchor);
        if (other != null && ahead != null) {
            return other.readCached(ahead, page -> other.readFrom(CursorSpot.at(page, ahead.index()), collector));
        }
        if (token.cursor() != null && token.offset() <= 0) {
            CursorPage<T> page = token.offset() == 0 ? pages.before(token) : null;
            return page == null ? fromAnEnd(anchor) : read(page, page.items().size(), anchor);
        }
        return list.find(token, anchor, token.offset() + 1).flatMap(spot -> {
            CursorPage<T> page = spot.page();
            return page == null ? fromAnEnd(anchor) : read(page, spot.before(), anchor);
        });
    }

    /** Reads what a page has before an index, and the pages before it. */
    private Uni<StopReason> read(CursorPage<T> page, int index, Anchor anchor) {
        @Nullable Token next = page.next();
        for (int i = index - 1; i >= 0; i--) {
            if (!collector.offer(list.positioned(page, i, next))) {
                return Uni.createFrom().item(StopReason.DONE);
            }
        }
        if (page.start().cursor() == null) {
            return Uni.createFrom().item(StopReason.END);
        }
        if (collector.isSatisfied(list.origin())) {
            collector.markMore();
            return Uni.createFrom().item(StopReason.DONE);
        }
        Anchor first = index == 0
                ? anchor
                : list.positioned(page, 0, next).anchor(list.source().keys());
        CursorPage<T> before = pages.before(page.start());
        return before == null ? fromAnEnd(first) : read(before, before.items().size(), first);
    }

    /** Reads what comes before an anchor of which nothing else is known: by its time, or from the nearer end of the list. */
    Uni<StopReason> fromAnEnd(Anchor anchor) {
        return FromMoment.isShorter(list.source(), anchor)
                ? new FromMoment<>(list, collector, this::byTheList).before(anchor)
                : byTheList(anchor);
    }

    private Uni<StopReason> byTheList(Anchor anchor) {
        if (!isReversible) {
            return list.upTo(anchor, collector);
        }
        boolean isNearStart = anchor.position() instanceof Token
                && anchor.rank() < list.source().cap() / 2;
        return isNearStart
                ? list.upTo(anchor, collector).onFailure(ListFailures::isStale).recoverWithUni(() -> otherOrder(anchor))
                : otherOrder(anchor);
    }

    /** Reads in the opposite order what follows there; where that is too far from its start, up to the anchor in this one. */
    private Uni<StopReason> otherOrder(Anchor anchor) {
        CursorList<T> other = list.reversed();
        boolean isOnlyWay = list.isWindow() || !list.source().keys().isByTime();
        return other.search()
                .find(anchor)
                .flatMap(spot -> spot.reason() == StopReason.CAP && isOnlyWay
                        ? list.upTo(anchor, collector)
                        : other.readFrom(spot, collector));
    }
}
