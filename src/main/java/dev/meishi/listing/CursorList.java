package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Direction;
import dev.meishi.connection.Position.Token;
import dev.meishi.listing.ListEnd.Last;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
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
    private @Nullable Long lost;

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
        int size = access.source().isSortedBySpan()
                ? size(firstPage)
                : access.source().maxPageSize();
        return pages.at(Token.START, size).flatMap(page -> read(page, 0, collector));
    }

    @Override
    public Uni<StopReason> from(Anchor anchor, Direction direction, SliceCollector<T> collector) {
        return direction.isForward() ? forward(anchor, collector) : new BackwardReading<>(this, collector).from(anchor);
    }

    @Override
    public Uni<StopReason> seek(Anchor anchor, Direction direction, SliceCollector<T> collector) {
        return direction.isForward()
                ? search.find(anchor).flatMap(spot -> readFrom(spot, collector))
                : new BackwardReading<>(this, collector).fromAnEnd(anchor);
    }

    private Uni<StopReason> forward(Anchor anchor, SliceCollector<T> collector) {
        if (!(anchor.position() instanceof Token token)) {
            return seek(anchor, Direction.FORWARD, collector);
        }
        CursorSpot<T> cached = pages.behind(token, anchor);
        if (cached != null && cached.index() > 0) {
            return readCached(cached, page -> readFrom(CursorSpot.at(page, cached.index()), collector));
        }
        if (token.offset() < 0) {
            return next(token.next(), anchor, collector);
        }
        return find(token, anchor, pages.ahead(size(token.offset() + 1 + collector.wanted(origin))))
                .flatMap(spot ->
                        spot.page() == null ? seek(anchor, Direction.FORWARD, collector) : readFrom(spot, collector));
    }

    /** How many results are asked for where some are wanted. */
    private int size(int wanted) {
        return access.source().isSparse() ? access.source().maxPageSize() : wanted;
    }

    /** Reads a page that is cached. */
    Uni<StopReason> readCached(CursorSpot<T> spot, Function<? super CursorPage<T>, Uni<? extends StopReason>> reading) {
        CursorPage<T> page = Objects.requireNonNull(spot.page());
        return pages.cached(page.page(), page.start()).flatMap(reading);
    }

    /** Behind the anchor on the page that it was found on; none if it is not there, or the page's cursor is refused. */
    Uni<CursorSpot<T>> find(Token token, Anchor anchor, int count) {
        if (token.offset() >= access.source().maxPageSize()) {
            return Uni.createFrom().item(CursorSpot.none(StopReason.END));
        }
        return pages.fresh(token.at(token.rank() - token.offset()), count)
                .map(page -> behind(page, anchor))
                .onFailure(ListFailures::isStale)
                .recoverWithItem(CursorSpot.none(StopReason.END));
    }

    private CursorSpot<T> behind(CursorPage<T> page, Anchor anchor) {
        int index = pages.find(page, anchor);
        return index < 0 ? CursorSpot.none(StopReason.END) : CursorSpot.at(page, index + 1);
    }

    /** Reads a page and what follows; where its cursor is refused, on from the result before it. */
    private Uni<StopReason> next(Token start, Anchor before, SliceCollector<T> collector) {
        int wanted = collector.hasSkipped() ? access.source().maxPageSize() : size(collector.wanted(origin));
        return pages.at(start, pages.ahead(wanted))
                .map(page -> CursorSpot.at(page, 0))
                .onFailure(ListFailures::isStale)
                .recoverWithUni(thrown -> afresh(before, thrown))
                .flatMap(spot -> {
                    CursorPage<T> page = spot.page();
                    return page != null && page.items().isEmpty()
                            ? end(page, new Last(before.fingerprint(), before.time()), collector)
                            : readFrom(spot, collector);
                });
    }

    /** Once from each result: where that leads to a cursor that is refused too, it always would. */
    private Uni<CursorSpot<T>> afresh(Anchor before, Throwable thrown) {
        if (lost != null && lost == before.fingerprint()) {
            return Uni.createFrom().failure(thrown);
        }
        lost = before.fingerprint();
        return search.afresh(before);
    }

    Uni<StopReason> readFrom(CursorSpot<T> spot, SliceCollector<T> collector) {
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
            return end(page, null, collector);
        }
        if (collector.isSatisfied(origin)) {
            collector.markMore();
            return done();
        }
        Anchor last = positioned(page, items.size() - 1, next).anchor(keys);
        return next(next, last, collector);
    }

    /** Reads the list from its start up to an anchor, and of that what is nearest to the anchor, backward. */
    Uni<StopReason> upTo(Anchor anchor, SliceCollector<T> collector) {
        return new Tail<>(this, anchor, collector).read();
    }

    /** Reads what follows the end of a list, if it is little: it has come meanwhile, or lies beyond the cap. */
    private Uni<StopReason> end(CursorPage<T> page, @Nullable Last before, SliceCollector<T> collector) {
        if (page.start().cursor() != null && collector.endsBetweenPages()) {
            return done();
        }
        return pages.end(page, before).flatMap(end -> {
            CursorPage<T> other = end.other();
            return other == null || end.following() <= 0
                    ? Uni.createFrom().item(end.reason())
                    : reversed().readRest(other, end.following(), collector);
        });
    }

    /** Reads the first results of a list from the last of them to its start. */
    private Uni<StopReason> readRest(CursorPage<T> page, int count, SliceCollector<T> collector) {
        Token next = page.next();
        for (int i = count - 1; i >= 0; i--) {
            if (!collector.offer(positioned(page, i, next))) {
                return done();
            }
        }
        return Uni.createFrom().item(StopReason.END);
    }

    Positioned<T> positioned(CursorPage<T> page, int index, @Nullable Token next) {
        Token base = page.base(index, next);
        int rank = page.start().rank() + index;
        return new Positioned<>(
                page.items().get(index), origin, base, rank, Positioned.nearby(keys, page.items(), index, within));
    }

    private static Uni<StopReason> done() {
        return Uni.createFrom().item(StopReason.DONE);
    }

    CursorPages<T> pages() {
        return pages;
    }

    CursorSearch<T> search() {
        return search;
    }

    ListSource<T> source() {
        return access.source();
    }

    boolean isWindow() {
        return window != null;
    }

    /** The same list in the opposite order. */
    CursorList<T> reversed() {
        return access.open(order.reversed(), window);
    }

    /** What of it lies in a window, in the opposite order. */
    CursorList<T> reversed(Span part) {
        return access.open(order.reversed(), part);
    }

    /** Whether it has earlier times first. */
    boolean isAscending() {
        return order.in(access.source().sorting()).isForward();
    }

    Positioned<T> positioned(CursorPage<T> page, int index) {
        return positioned(page, index, page.next());
    }
}
