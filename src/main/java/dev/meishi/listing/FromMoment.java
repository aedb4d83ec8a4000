package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Position.Token;
import dev.meishi.failure.Failure;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list sorted by time back from an anchor to which no cursor leads: in the opposite order, in a window that begins
 * at the anchor's time, and in the ones after it. What it finds has a place in the list by its time alone.
 *
 * @param <T> kind of result
 */
final class FromMoment<T> {

    /** Calls that most such readings take: a window may have too few. */
    static final int CALLS = 2;

    /** Windows after which the list is read instead, for there is little in them. */
    private static final int MOST_WINDOWS = 3;

    /** Pages of results of the anchor's own second, or other pages that do not have it. */
    private static final int MOST_PAGES = 2;

    /** Results of the anchor's second that come before it in the opposite order. */
    private static final int SAME_SECOND = 20;

    private final CursorList<T> list;
    private final ListSource<T> source;
    private final SliceCollector<T> collector;
    private final Function<Anchor, Uni<StopReason>> otherwise;
    private int windows;
    private int pages;

    /**
     * A reading.
     *
     * @param list that the anchor is in
     * @param otherwise reads what comes before an anchor where this does not lead on
     */
    FromMoment(CursorList<T> list, SliceCollector<T> collector, Function<Anchor, Uni<StopReason>> otherwise) {
        this.list = list;
        this.source = list.source();
        this.collector = collector;
        this.otherwise = otherwise;
    }

    /** Whether fewer calls are likely than for the list from its nearer end. */
    static boolean isShorter(ListSource<?> source, Anchor anchor) {
        return anchor.time() != null
                && !source.isSparse()
                && !anchor.origin().isWindow()
                && anchor.position() instanceof Token
                && source.origins().contains(Anchor.Origin.WINDOW_START)
                && anchor.rank() >= CALLS * source.maxPageSize();
    }

    Uni<StopReason> before(Anchor anchor) {
        CursorList<T> window = windows++ < MOST_WINDOWS ? window(anchor) : null;
        if (window == null) {
            return otherwise.apply(anchor);
        }
        pages = 0;
        int count = window.pages().ahead(collector.missing() + SAME_SECOND);
        return window.pages().at(Token.START, count).flatMap(page -> find(window, page, anchor));
    }

    /** Null where the search is narrowed by another time, so that it cannot be by this one. */
    private @Nullable CursorList<T> window(Anchor anchor) {
        Long time = anchor.time();
        if (time == null) {
            return null;
        }
        long length = source.longestWindow() - 1;
        boolean isUpwards = !list.isAscending();
        Span span = isUpwards ? new Span(time, time + length) : new Span(time - length, time);
        try {
            return list.reversed(span);
        } catch (Failure narrowed) {
            return null;
        }
    }

    private Uni<StopReason> find(CursorList<T> window, CursorPage<T> page, Anchor anchor) {
        int index = window.pages().find(page, anchor);
        if (index >= 0) {
            return read(window, page, index + 1, anchor);
        }
        Token next = page.next();
        return next == null || ++pages >= MOST_PAGES
                ? otherwise.apply(anchor)
                : window.pages().at(next, source.maxPageSize()).flatMap(other -> find(window, other, anchor));
    }

    private Uni<StopReason> read(CursorList<T> window, CursorPage<T> page, int index, Anchor anchor) {
        Anchor last = anchor;
        for (int i = index; i < page.items().size(); i++) {
            Positioned<T> result = placed(page, i, Math.max(0, Math.min(last.rank(), source.cap()) - 1));
            if (!collector.offer(result)) {
                return Uni.createFrom().item(StopReason.DONE);
            }
            last = result.anchor(source.keys());
        }
        if (collector.endsBetweenPages()) {
            return Uni.createFrom().item(StopReason.DONE);
        }
        Anchor reached = last;
        Token next = page.next();
        if (next != null) {
            return window.pages().at(next, source.maxPageSize()).flatMap(other -> read(window, other, 0, reached));
        }
        return reached.equals(anchor) ? otherwise.apply(reached) : before(reached);
    }

    private Positioned<T> placed(CursorPage<T> page, int index, int rank) {
        Long nearby = Positioned.nearby(source.keys(), page.items(), index, null);
        return new Positioned<>(page.items().get(index), list.origin(), Token.START, rank, nearby);
    }
}
