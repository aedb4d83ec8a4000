package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Direction;
import dev.meishi.connection.Position.Token;
import dev.meishi.connection.Snapshot;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list that can only be read from its start, or on from a cursor of the API. Back from an anchor it is read by what is
 * known of the pages before it, and else in the opposite order, in which the anchor is looked for from the start.
 *
 * @param <T> kind of result
 */
final class CursorList<T> implements DirectedList<T> {

    private final CursorAccess<T> access;
    private final Direction order;
    private final @Nullable Span window;
    private final Anchor.Origin origin;
    private final ItemKeys<T> keys;
    private final CursorPages<T> pages;
    private final CursorSearch<T> search;
    private final @Nullable Long within;

    CursorList(CursorAccess<T> access, Direction order, @Nullable Span window) {
        ListSource<T> source = access.source();
        this.access = access;
        this.order = order;
        this.window = window;
        this.origin = Anchor.Origin.of(order, window != null);
        this.keys = source.keys();
        this.within = window == null ? null : (Long) window.from();
        this.pages = new CursorPages<>(source, order, window, access.ledger());
        this.search = new CursorSearch<>(source, order, pages);
    }

    @Override
    public Anchor.Origin origin() {
        return origin;
    }

    @Override
    public Uni<StopReason> start(int firstPage, SliceCollector<T> collector) {
        return pages.at(Token.START, firstPage).flatMap(page -> read(page, 0, collector));
    }

    @Override
    public Uni<StopReason> from(Anchor anchor, Direction direction, SliceCollector<T> collector) {
        return direction.isForward() ? forward(anchor, collector) : backward(anchor, collector);
    }

    @Override
    public Uni<StopReason> seek(Anchor anchor, Direction direction, SliceCollector<T> collector) {
        return direction.isForward()
                ? search.find(anchor).flatMap(spot -> readFrom(spot, collector))
                : fromAnEnd(anchor, collector);
    }

    private Uni<StopReason> forward(Anchor anchor, SliceCollector<T> collector) {
        if (!(anchor.position() instanceof Token token)) {
            return seek(anchor, Direction.FORWARD, collector);
        }
        if (token.offset() < 0) {
            Token next = new Token(token.cursor(), 0, token.rank() + 1);
            return next(next, anchor, collector);
        }
        return find(token, anchor, pages.ahead(token.offset() + 1 + collector.missing()))
                .flatMap(spot ->
                        spot.page() == null ? seek(anchor, Direction.FORWARD, collector) : readFrom(spot, collector));
    }

    /** Behind the anchor on the page that it was found on; none if it is not there, or the page's cursor is refused. */
    private Uni<CursorSpot<T>> find(Token token, Anchor anchor, int count) {
        Token start = token.at(token.rank() - token.offset());
        CursorPage<T> cached = cached(start, anchor);
        if (cached == null && token.offset() >= access.source().maxPageSize()) {
            return Uni.createFrom().item(CursorSpot.none(StopReason.END));
        }
        Uni<CursorPage<T>> found = cached == null ? pages.fresh(start, count) : pages.cached(cached.page(), start);
        return found.map(page -> behind(page, anchor))
                .onFailure(ListFailures::isStale)
                .recoverWithItem(CursorSpot.none(StopReason.END));
    }

    private @Nullable CursorPage<T> cached(Token start, Anchor anchor) {
        for (Snapshot<T> page : pages.cached()) {
            if (CursorPages.isAt(page, start.cursor()) && pages.find(page.items(), anchor) >= 0) {
                return new CursorPage<>(page, start);
            }
        }
        return null;
    }

    private CursorSpot<T> behind(CursorPage<T> page, Anchor anchor) {
        int index = pages.find(page.items(), anchor);
        return index < 0 ? CursorSpot.none(StopReason.END) : CursorSpot.at(page, index + 1);
    }

    /** Reads a page and what follows; where its cursor is refused, on from the result before it. */
    private Uni<StopReason> next(Token start, Anchor before, SliceCollector<T> collector) {
        int wanted = collector.hasSkipped() ? access.source().maxPageSize() : collector.missing();
        return pages.at(start, pages.ahead(wanted))
                .map(page -> CursorSpot.at(page, 0))
                .onFailure(ListFailures::isStale)
                .recoverWithUni(() -> search.afresh(before))
                .flatMap(spot -> {
                    CursorPage<T> page = spot.page();
                    return page != null && page.items().isEmpty()
                            ? pages.end(page.end(), before.fingerprint())
                            : readFrom(spot, collector);
                });
    }

    private Uni<StopReason> readFrom(CursorSpot<T> spot, SliceCollector<T> collector) {
        CursorPage<T> page = spot.page();
        return page == null ? Uni.createFrom().item(spot.reason()) : read(page, spot.index(), collector);
    }

    /** Reads from a result of a page on. */
    private Uni<StopReason> read(CursorPage<T> page, int index, SliceCollector<T> collector) {
        List<T> items = page.items();
        Token next = page.next();
        for (int i = index; i < items.size(); i++) {
            if (!collector.offer(positioned(page, i, next))) {
                return done();
            }
        }
        if (next == null) {
            return pages.end(page);
        }
        if (collector.isSatisfied(origin)) {
            collector.markMore();
            return done();
        }
        Anchor last = positioned(page, items.size() - 1, next).anchor(keys);
        return next(next, last, collector);
    }

    private Positioned<T> positioned(CursorPage<T> page, int index, @Nullable Token next) {
        Token base = page.base(index, next);
        int rank = page.start().rank() + index;
        return new Positioned<>(
                page.items().get(index), origin, base, rank, Positioned.nearby(keys, page.items(), index, within));
    }

    private static Uni<StopReason> done() {
        return Uni.createFrom().item(StopReason.DONE);
    }

    private Uni<StopReason> backward(Anchor anchor, SliceCollector<T> collector) {
        if (!(anchor.position() instanceof Token token)) {
            return fromAnEnd(anchor, collector);
        }
        if (token.cursor() != null && token.offset() <= 0) {
            CursorPage<T> page = pages.before(token.at(token.rank() - token.offset()));
            return page != null && token.offset() == 0
                    ? readBack(page, page.items().size(), anchor, collector)
                    : readBack(
                            page == null ? CursorSpot.none(StopReason.END) : behind(page, anchor), anchor, collector);
        }
        return find(token, anchor, token.offset() + 1).flatMap(spot -> readBack(spot, anchor, collector));
    }

    private Uni<StopReason> readBack(CursorSpot<T> spot, Anchor anchor, SliceCollector<T> collector) {
        CursorPage<T> page = spot.page();
        return page == null ? fromAnEnd(anchor, collector) : readBack(page, spot.index() - 1, anchor, collector);
    }

    /** Reads what a page has before an index, and the pages before it. */
    private Uni<StopReason> readBack(CursorPage<T> page, int index, Anchor anchor, SliceCollector<T> collector) {
        Token next = page.next();
        for (int i = index - 1; i >= 0; i--) {
            if (!collector.offer(positioned(page, i, next))) {
                return done();
            }
        }
        if (page.start().cursor() == null) {
            return Uni.createFrom().item(StopReason.END);
        }
        if (collector.isSatisfied(origin)) {
            collector.markMore();
            return done();
        }
        Anchor first = index == 0 ? anchor : positioned(page, 0, next).anchor(keys);
        CursorPage<T> before = pages.before(page.start());
        return before == null
                ? fromAnEnd(first, collector)
                : readBack(before, before.items().size(), first, collector);
    }

    /** Reads what comes before an anchor of which nothing else is known: from the nearer end of the list. */
    private Uni<StopReason> fromAnEnd(Anchor anchor, SliceCollector<T> collector) {
        if (!access.source().origins().contains(Anchor.Origin.END)) {
            return upTo(anchor, collector);
        }
        boolean isNearStart = anchor.position() instanceof Token
                && anchor.rank() < access.source().cap() / 2;
        return isNearStart
                ? upTo(anchor, collector)
                        .onFailure(ListFailures::isStale)
                        .recoverWithUni(() -> otherOrder(anchor, collector))
                : otherOrder(anchor, collector);
    }

    /** Reads in the opposite order what follows there; where that is too far from its start, up to the anchor in this one. */
    private Uni<StopReason> otherOrder(Anchor anchor, SliceCollector<T> collector) {
        CursorList<T> other = access.open(order.reversed(), window);
        boolean isOnlyWay = window != null || !keys.isByTime();
        return other.search
                .find(anchor)
                .flatMap(spot -> spot.reason() == StopReason.CAP && isOnlyWay
                        ? upTo(anchor, collector)
                        : other.readFrom(spot, collector));
    }

    /** Reads the list from its start up to an anchor, and of that what is nearest to the anchor, backward. */
    Uni<StopReason> upTo(Anchor anchor, SliceCollector<T> collector) {
        return new Tail<>(this, anchor, collector).read();
    }

    CursorPages<T> pages() {
        return pages;
    }

    Positioned<T> positioned(CursorPage<T> page, int index) {
        return positioned(page, index, page.next());
    }
}
