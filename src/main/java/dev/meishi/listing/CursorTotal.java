package dev.meishi.listing;

import dev.meishi.connection.Direction;
import dev.meishi.connection.Slice;
import dev.meishi.connection.Total;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * Counts the results of a search whose lists can only be read page by page: the list, or where it has a span the windows
 * of that if they are fewer than the list has pages. It stops at the cap, as everything that counts does.
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
        return windows != null ? (int) windows.count() + wholeList : source.span() == null ? wholeList : 2 * wholeList;
    }

    Uni<Total> total() {
        if (windows == null) {
            return inList(Direction.FORWARD);
        }
        Counter<T> counter = new Counter<>(source, Direction.FORWARD);
        Slice all = new Slice(1, null, null, null);
        return new Walk<>(access, all, collector(counter))
                .enterFirst(windows, source.maxPageSize())
                .map(read -> counter.total());
    }

    /** A span that lies beyond what is served from the start may be within what is served from the end. */
    private Uni<Total> inList(Direction order) {
        Counter<T> counter = new Counter<>(source, order);
        return access.open(order, null)
                .start(source.maxPageSize(), collector(counter))
                .flatMap(reason -> reason == StopReason.CAP && source.span() != null && order.isForward()
                        ? inList(Direction.BACKWARD)
                        : Uni.createFrom().item(reason == StopReason.CAP ? counter.atLeast() : counter.total()));
    }

    private SliceCollector<T> collector(Filter<T> counter) {
        return new SliceCollector<>(1, counter, access.ledger());
    }
}
