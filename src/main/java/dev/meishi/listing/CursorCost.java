package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Direction;
import dev.meishi.connection.Position.Token;
import dev.meishi.connection.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * What reading one list costs that is read by cursors of the API. It goes the way that {@link CursorList} and
 * {@link BackwardReading} go.
 *
 * @param <T> kind of result
 */
final class CursorCost<T> {

    private final ListSource<T> source;
    private final CursorPages<T> pages;
    private final @Nullable CursorPages<T> reversed;

    /**
     * The cost of a list.
     *
     * @param pages of the list
     * @param reversed pages of the same list in the opposite order; null if it cannot be read in that
     */
    CursorCost(ListSource<T> source, CursorPages<T> pages, @Nullable CursorPages<T> reversed) {
        this.source = source;
        this.pages = pages;
        this.reversed = reversed;
    }

    /** Calls for the first results. */
    int start(int count) {
        return on(pages, Token.START, count);
    }

    /** Calls for the results after an anchor. */
    int forward(Anchor anchor, int count) {
        if (!(anchor.position() instanceof Token token)) {
            return sought(pages, anchor, anchor.rank(), count);
        }
        CursorSpot<T> spot = pages.behind(token, anchor);
        return spot == null ? pages(token.offset() + 1 + count) : on(pages, spot, count);
    }

    /** Calls for the results before an anchor. */
    int backward(Anchor anchor, int count) {
        if (!(anchor.position() instanceof Token token)) {
            return fromAnEnd(anchor, anchor.rank(), count);
        }
        CursorSpot<T> spot = pages.withCached(anchor, Direction.BACKWARD);
        CursorPage<T> page = spot == null ? null : spot.page();
        CursorSpot<T> other = page != null || reversed == null ? null : reversed.ahead(anchor);
        if (reversed != null && other != null) {
            return on(reversed, other, count);
        }
        if (page == null && token.offset() >= source.maxPageSize()) {
            return fromAnEnd(anchor, anchor.rank(), count);
        }
        boolean isFetched = page == null && (token.cursor() == null || token.offset() > 0);
        int known = spot != null ? spot.before() : Math.max(0, token.offset());
        Token start = page == null ? token.at(anchor.rank() - known) : page.start();
        CursorPage<T> before = page == null && token.offset() < 0 ? null : pages.before(start);
        Anchor first = page == null || known == 0 ? anchor : first(page, anchor);
        while (known < count && before != null) {
            known += before.items().size();
            first = first(before, anchor);
            start = before.start();
            before = pages.before(start);
        }
        int fetched = isFetched ? 1 : 0;
        return known >= count || start.cursor() == null
                ? fetched
                : fetched + fromAnEnd(first, anchor.rank() - known, count - known);
    }

    private Anchor first(CursorPage<T> page, Anchor anchor) {
        T first = page.items().get(0);
        return new Anchor(
                anchor.origin(),
                page.start(),
                source.keys().fingerprint(first),
                source.keys().time(first));
    }

    private int fromAnEnd(Anchor first, int rank, int count) {
        if (FromMoment.isShorter(source, first)) {
            return FromMoment.CALLS + pages(count) - 1;
        }
        boolean isNearStart = first.position() instanceof Token && rank < source.cap() / 2;
        return reversed == null || isNearStart
                ? pages(rank + 1)
                : sought(reversed, first, Math.max(0, source.cap() - 1 - rank), count);
    }

    /** From the start of a list if the anchor is not on a cached page. */
    private int sought(CursorPages<T> list, Anchor anchor, int rank, int count) {
        CursorSpot<T> spot = list.withCached(anchor, Direction.FORWARD);
        return spot == null ? Math.min(CursorAccess.wholeList(source), pages(rank + 1 + count)) : on(list, spot, count);
    }

    private int on(CursorPages<T> list, CursorSpot<T> spot, int count) {
        CursorPage<T> page = spot.page();
        Token next = page == null ? null : page.next();
        return next == null ? 0 : on(list, next, count - spot.after());
    }

    /** By the cached pages that follow each other. */
    private int on(CursorPages<T> list, Token start, int count) {
        int missing = count;
        Token next = start;
        while (missing > 0 && next != null) {
            Snapshot<T> page = list.longest(next);
            if (page == null) {
                return pages(missing);
            }
            missing -= page.items().size();
            next = new CursorPage<>(page, next).next();
        }
        return 0;
    }

    private int pages(int results) {
        return pages(source, results);
    }

    /** Pages of results that follow each other. */
    static int pages(ListSource<?> source, int results) {
        return results <= 0 ? 0 : (results - 1) / source.maxPageSize() + 1;
    }
}
