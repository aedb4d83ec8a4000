package dev.meishi.listing;

import dev.meishi.connection.Direction;
import dev.meishi.connection.Position.Token;
import dev.meishi.connection.Slice;
import dev.meishi.connection.Snapshot;
import dev.meishi.connection.Total;
import dev.meishi.listing.ListEnd.Last;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts the results of a search whose lists can only be read page by page: the list, or where it has a span the windows
 * of that if they are fewer than the list has pages. It stops at the cap, as everything that counts does, and where its
 * calls end.
 *
 * @param <T> kind of result
 */
final class CursorTotal<T> {

    private final CursorAccess<T> access;
    private final ListSource<T> source;
    private final int wholeList;
    private final @Nullable Windows windows;

    CursorTotal(CursorAccess<T> access) {
        boolean hasSpan = access.source().span() != null;
        this.source = hasSpan ? access.source().byTime() : access.source();
        this.access = hasSpan ? new CursorAccess<>(source, access.ledger()) : access;
        this.wholeList = CursorAccess.wholeList(source);
        Span span = source.span();
        Windows all = span == null ? null : Windows.of(span, source.longestWindow());
        this.windows = all != null && all.count() <= wholeList ? all : null;
    }

    /** Maximum number of calls. */
    int cost() {
        if (source.span() == null) {
            return unread();
        }
        return windows != null ? (int) windows.count() + wholeList : 2 * wholeList;
    }

    /** Calls for what follows the cached pages that follow each other from the start. */
    private int unread() {
        CursorPages<T> pages = pages();
        Token next = Token.START;
        int counted = 0;
        while (next != null) {
            Snapshot<T> page = pages.longest(next);
            if (page == null) {
                return Math.max(0, source.cap() - 1 - counted) / source.maxPageSize() + 2;
            }
            counted += page.items().size();
            next = new CursorPage<>(page, next).next();
        }
        return isCertain(counted) ? 0 : 1;
    }

    /** What ends clearly before the cap has not been ended by it. */
    private boolean isCertain(int count) {
        return count < source.cap() - source.maxPageSize();
    }

    Uni<Total> total(int most) {
        if (source.span() == null) {
            return new Count(most).from(Token.START);
        }
        if (windows == null || windows.count() > most) {
            return inList(Direction.FORWARD, most);
        }
        Counter<T> counter = counter(Direction.FORWARD, most);
        Slice all = new Slice(1, null, null, null);
        return new Walk<>(access, all, collector(counter))
                .enterFirst(windows, source.maxPageSize())
                .map(read -> counter.total());
    }

    private CursorPages<T> pages() {
        return new CursorPages<>(source, Direction.FORWARD, null, access.ledger());
    }

    /** Counts a list page by page. */
    private final class Count {

        private final CursorPages<T> pages = pages();
        private int counted;
        private int wanted;
        private int left;
        private @Nullable Last last;

        Count(int most) {
            left = most;
        }

        Uni<Total> from(Token start) {
            boolean isCached = pages.longest(start) != null;
            if (!isCached && left-- <= 0) {
                return Uni.createFrom().item(new Total(wanted, false));
            }
            return pages.at(start, source.maxPageSize()).flatMap(this::add);
        }

        private Uni<Total> add(CursorPage<T> page) {
            counted += page.items().size();
            wanted += wanted(page.items());
            Token next = page.next();
            if (next != null && counted < source.cap()) {
                last = pages.last(page);
                return from(next);
            }
            return isCertain(counted)
                    ? Uni.createFrom().item(new Total(wanted, true))
                    : pages.end(page, last).map(this::atEnd);
        }

        private int wanted(List<T> results) {
            return source.isSelective()
                    ? (int) results.stream().filter(source::isWanted).count()
                    : results.size();
        }

        private Total atEnd(ListEnd<T> end) {
            boolean isExact = counted < source.cap() && end.following() == 0;
            return new Total(Math.min(wanted, source.cap()), isExact);
        }
    }

    /** A span that lies beyond what is served from the start may be within what is served from the end. */
    private Uni<Total> inList(Direction order, int most) {
        if (most <= 0) {
            return Uni.createFrom().item(new Total(0, false));
        }
        Counter<T> counter = counter(order, most);
        return access.open(order, null)
                .start(source.maxPageSize(), collector(counter))
                .flatMap(reason -> reason == StopReason.CAP && order.isForward()
                        ? inList(Direction.BACKWARD, most - wholeList)
                        : Uni.createFrom().item(reason == StopReason.CAP ? counter.atLeast() : counter.total()));
    }

    private Counter<T> counter(Direction order, int most) {
        return new Counter<>(source, order, (long) most * source.maxPageSize());
    }

    private SliceCollector<T> collector(Filter<T> counter) {
        return new SliceCollector<>(1, counter, access.ledger());
    }
}
