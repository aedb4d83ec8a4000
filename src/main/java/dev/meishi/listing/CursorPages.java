package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Direction;
import dev.meishi.connection.PageRequest;
import dev.meishi.connection.Position.Token;
import dev.meishi.connection.Snapshot;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.Ledger;
import dev.meishi.listing.ListEnd.Last;
import dev.meishi.pages.ListPages;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one list that is read by cursors of the API. The cached ones are a trail of known cursors: they save calls,
 * and nothing depends on them.
 *
 * @param <T> kind of result
 */
final class CursorPages<T> {

    private final ListSource<T> source;
    private final Direction order;
    private final @Nullable Span window;
    private final ListPages<T> pages;
    private final ItemKeys<T> keys;
    private final Ledger ledger;
    private final int maxPages;
    private int read;

    CursorPages(ListSource<T> source, Direction order, @Nullable Span window, Ledger ledger) {
        this.source = source;
        this.order = order;
        this.window = window;
        this.pages = source.pages(order, window);
        this.keys = source.keys();
        this.ledger = ledger;
        this.maxPages = CursorAccess.maxPages(source);
    }

    /** The trail. */
    List<Snapshot<T>> cached() {
        return pages.cached(ledger);
    }

    /**
     * The page at a position: the longest that is cached, or a new one.
     *
     * @param count of results wanted
     */
    Uni<CursorPage<T>> at(Token start, int count) {
        Snapshot<T> longest = longest(start);
        return longest == null ? fresh(start, count) : cached(longest, start);
    }

    /** The longest cached page at a position; null if there is none. */
    @Nullable
    Snapshot<T> longest(Token start) {
        Snapshot<T> longest = null;
        for (Snapshot<T> page : cached()) {
            if (isAt(page, start.cursor())
                    && (longest == null || page.items().size() > longest.items().size())) {
                longest = page;
            }
        }
        return longest;
    }

    /** A page that is cached, or was until just now. */
    Uni<CursorPage<T>> cached(Snapshot<T> page, Token start) {
        count();
        Uni<Snapshot<T>> found =
                source.isSparse() ? pages.getInTurn(page.page(), ledger) : pages.get(page.page(), ledger);
        return found.map(same -> new CursorPage<>(same, start));
    }

    /** A new page, as large as is of use. */
    Uni<CursorPage<T>> fresh(Token start, int count) {
        count();
        PageRequest request = PageRequest.at(start.cursor(), Math.min(count, source.maxPageSize()));
        return pages.fetchFresh(request, ledger).map(page -> new CursorPage<>(page, start));
    }

    /** How many results are worth asking for where at least some are wanted: more, if the rest is cached for others. */
    int ahead(int wanted) {
        return pages.isCaching(ledger) ? source.maxPageSize() : wanted;
    }

    /** The cached page that ends where another begins; null if there is none. */
    @Nullable
    CursorPage<T> before(Token start) {
        for (Snapshot<T> page : cached()) {
            int size = page.items().size();
            if (size > 0 && start.cursor() != null && start.cursor().equals(page.next())) {
                int rank = Math.max(0, start.rank() - size);
                return new CursorPage<>(page, new Token(page.page().cursor(), 0, rank));
            }
        }
        return null;
    }

    /**
     * A cached page that has an anchor, with as much beyond it as can be; null if there is none.
     *
     * @param direction beyond which, in the order of the list
     */
    @Nullable
    CursorSpot<T> withCached(Anchor anchor, Direction direction) {
        List<Snapshot<T>> candidates = cached();
        CursorSpot<T> inPlace = best(candidates, anchor, direction, true);
        return inPlace != null && (direction.isForward() ? inPlace.after() : inPlace.before()) > 0
                ? inPlace
                : best(candidates, anchor, direction, false);
    }

    /**
     * The page with the most beyond an anchor.
     *
     * @param isInPlaceOnly whether it is not looked for where it was not: on many large pages that takes long
     */
    private @Nullable CursorSpot<T> best(
            List<Snapshot<T>> candidates, Anchor anchor, Direction direction, boolean isInPlaceOnly) {
        CursorSpot<T> best = null;
        int most = -1;
        for (Snapshot<T> page : candidates) {
            int index = isInPlaceOnly ? inPlace(page, anchor) : find(page, anchor);
            int beyond = direction.isForward() ? page.items().size() - index : index;
            if (index >= 0 && beyond > most) {
                Token start = new Token(page.page().cursor(), 0, Math.max(0, anchor.rank() - index));
                best = CursorSpot.at(new CursorPage<>(page, start), index + 1);
                most = beyond;
            }
        }
        return best;
    }

    /**
     * Where cached pages lead on from an anchor: the page that its cursor leads to, or else any that has something after
     * it; null if a call has to.
     */
    @Nullable
    CursorSpot<T> behind(Token token, Anchor anchor) {
        CursorSpot<T> spot;
        if (token.offset() < 0) {
            Token next = token.next();
            Snapshot<T> page = longest(next);
            spot = page == null ? null : CursorSpot.at(new CursorPage<>(page, next), 0);
        } else {
            List<Snapshot<T>> own =
                    cached().stream().filter(page -> isAt(page, token.cursor())).toList();
            spot = best(own, anchor, Direction.FORWARD, false);
        }
        if (spot != null) {
            return spot;
        }
        return ahead(anchor);
    }

    /** A cached page that has something after an anchor; null if there is none. */
    @Nullable
    CursorSpot<T> ahead(Anchor anchor) {
        CursorSpot<T> spot = withCached(anchor, Direction.FORWARD);
        return spot != null && spot.after() > 0 ? spot : null;
    }

    /** The index of an anchor on a page, -1 if it is not there. */
    int find(CursorPage<T> page, Anchor anchor) {
        return find(page.page(), anchor);
    }

    private int find(Snapshot<T> page, Anchor anchor) {
        int index = inPlace(page, anchor);
        return index >= 0 ? index : new Match<>(keys, anchor.fingerprint(), 0).anywhere(page.items());
    }

    /** The index of an anchor that is where its position says, as it is unless results have come or gone; -1 if it is not. */
    private int inPlace(Snapshot<T> page, Anchor anchor) {
        if (!(anchor.position() instanceof Token token)) {
            return -1;
        }
        int size = page.items().size();
        boolean isBefore = token.offset() < 0;
        int index = isBefore ? size + token.offset() : token.offset();
        boolean isOfPage =
                isBefore ? token.cursor() != null && token.cursor().equals(page.next()) : isAt(page, token.cursor());
        return isOfPage
                        && index >= 0
                        && index < size
                        && keys.fingerprint(page.items().get(index)) == anchor.fingerprint()
                ? index
                : -1;
    }

    static boolean isAt(Snapshot<?> page, @Nullable String cursor) {
        return cursor == null
                ? page.page().cursor() == null
                : cursor.equals(page.page().cursor());
    }

    /**
     * What follows a page without a next one: nothing, or results that are not served. An API that ends its list at the cap
     * does not tell. A page that the list begins with does, for it has less than the cap. For any other page the results at
     * the other end of the list do: how many come before it was counted when they were read, and others may have come since.
     *
     * @param before the result before the page; null if that is unknown
     */
    Uni<ListEnd<T>> end(CursorPage<T> page, @Nullable Last before) {
        if (page.start().cursor() == null && page.items().size() < source.cap()) {
            return Uni.createFrom().item(ListEnd.certain());
        }
        if (!source.origins().contains(Anchor.Origin.END)) {
            return Uni.createFrom().item(page.end() < source.cap() ? ListEnd.certain() : ListEnd.unknown());
        }
        Last own = last(page);
        Last last = own == null ? before : own;
        boolean isAscending = order.in(source.sorting()).isForward();
        return new CursorPages<>(source, order.reversed(), window, ledger)
                .at(Token.START, source.maxPageSize())
                .map(other -> ListEnd.of(other, last, keys, isAscending));
    }

    /** The last result of a page; null if it has none. */
    @Nullable
    Last last(CursorPage<T> page) {
        if (page.items().isEmpty()) {
            return null;
        }
        T last = page.items().get(page.items().size() - 1);
        return new Last(keys.fingerprint(last), keys.time(last));
    }

    Failure beyondBothEnds() {
        return ListFailures.exceeded(source, "the requested results lie beyond both limits");
    }

    /** A guard against a list that has no end. */
    private void count() {
        if (++read > maxPages) {
            throw ListFailures.stale();
        }
    }
}
