package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Position.Token;
import dev.meishi.listing.ListEnd.Last;
import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list from its start up to an anchor, and holds only as many of the results before the anchor as are wanted.
 *
 * @param <T> kind of result
 */
final class Tail<T> {

    private final CursorList<T> list;
    private final Anchor anchor;
    private final SliceCollector<T> collector;
    private final int wanted;
    private final Deque<Positioned<T>> last = new ArrayDeque<>();
    private boolean isStopped;

    Tail(CursorList<T> list, Anchor anchor, SliceCollector<T> collector) {
        this.list = list;
        this.anchor = anchor;
        this.collector = collector;
        this.wanted = collector.missing();
    }

    /** Fails with {@code CURSOR_STALE} if the anchor is not there, {@code RESULT_WINDOW_EXCEEDED} if it may lie beyond the cap. */
    Uni<StopReason> read() {
        return read(Token.START, null);
    }

    private Uni<StopReason> read(Token start, @Nullable Last before) {
        return list.pages().fresh(start, Integer.MAX_VALUE).flatMap(page -> {
            int index = list.pages().find(page, anchor);
            int end = index < 0 ? page.items().size() : index;
            for (int i = 0; i < end; i++) {
                take(list.positioned(page, i));
            }
            if (index >= 0) {
                return Uni.createFrom().item(offer());
            }
            Token next = page.next();
            return next == null ? end(page, before) : read(next, list.pages().last(page));
        });
    }

    private Uni<StopReason> end(CursorPage<T> page, @Nullable Last before) {
        return list.pages()
                .end(page, before)
                .flatMap(end -> Uni.createFrom()
                        .failure(
                                end.reason() == StopReason.CAP ? list.pages().beyondBothEnds() : ListFailures.stale()));
    }

    private void take(Positioned<T> result) {
        if (collector.endsRightBefore(result.result())) {
            last.clear();
            isStopped = true;
        }
        switch (collector.verdictAgainst(result.result(), result.origin())) {
            case STOP -> {
                last.clear();
                isStopped = true;
            }
            case SKIP -> {}
            case TAKE -> {
                last.addLast(result);
                if (last.size() > wanted) {
                    last.removeFirst();
                }
            }
        }
    }

    private StopReason offer() {
        while (!last.isEmpty()) {
            if (!collector.offer(last.removeLast())) {
                return StopReason.DONE;
            }
        }
        if (isStopped) {
            collector.markStopped();
            return StopReason.DONE;
        }
        return StopReason.END;
    }
}
