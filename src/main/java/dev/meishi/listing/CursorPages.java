package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Direction;
import dev.meishi.connection.PageRequest;
import dev.meishi.connection.Position.Token;
import dev.meishi.connection.Snapshot;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.Ledger;
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
        return pages.get(page.page(), ledger).map(found -> new CursorPage<>(found, start));
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

    /** A cached page that has an anchor, with as much after it as can be; null if there is none. */
    @Nullable
    CursorSpot<T> withCached(Anchor anchor) {
        CursorSpot<T> best = null;
        int most = -1;
        for (Snapshot<T> page : cached()) {
            int index = find(page.items(), anchor);
            int after = page.items().size() - index;
            if (index >= 0 && after > most) {
                Token start = new Token(page.page().cursor(), 0, Math.max(0, anchor.rank() - index));
                best = CursorSpot.at(new CursorPage<>(page, start), index + 1);
                most = after;
            }
        }
        return best;
    }

    /** The index of an anchor, -1 if it is not there. */
    int find(List<T> items, Anchor anchor) {
        return new Match<>(keys, anchor.fingerprint(), 0).anywhere(items);
    }

    static boolean isAt(Snapshot<?> page, @Nullable String cursor) {
        return cursor == null
                ? page.page().cursor() == null
                : cursor.equals(page.page().cursor());
    }

    /**
     * Why the list ends where it does: because it has no more, or because no more of it is served. An API that ends its list
     * at the cap does not tell; the result at the other end of the list does.
     *
     * @param rank after the last result, as counted, which a list that changes makes wrong by as much
     * @param last fingerprint of the last result
     */
    Uni<StopReason> end(int rank, @Nullable Long last) {
        int cap = source.cap();
        int doubtful = window == null ? cap / 2 : cap - cap / 10;
        if (rank < doubtful || last == null || !source.origins().contains(Anchor.Origin.END)) {
            return Uni.createFrom().item(StopReason.END);
        }
        return new CursorPages<>(source, order.reversed(), window, ledger)
                .at(Token.START, 1)
                .map(page -> {
                    boolean isLast = page.items().isEmpty()
                            || keys.fingerprint(page.items().get(0)) == last;
                    return isLast ? StopReason.END : StopReason.CAP;
                });
    }

    /** Why the list ends after a page, which is its last one. */
    Uni<StopReason> end(CursorPage<T> page) {
        List<T> items = page.items();
        return end(page.end(), items.isEmpty() ? null : (Long) keys.fingerprint(items.get(items.size() - 1)));
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
