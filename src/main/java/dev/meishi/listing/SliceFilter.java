package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes what lies in the span, as far as the anchor that was given as the other end.
 *
 * @param <T> kind of result
 */
final class SliceFilter<T> implements Filter<T> {

    private final ListSource<T> lists;
    private final boolean isTowardsEnd;
    private final @Nullable Anchor until;
    private boolean hasMetAnchor;
    private boolean isInside = true;
    private boolean hasUnplaced;

    SliceFilter(ListSource<T> lists, boolean isTowardsEnd, @Nullable Anchor until) {
        this.lists = lists;
        this.isTowardsEnd = isTowardsEnd;
        this.until = until;
    }

    @Override
    public Verdict verdict(T result, Anchor.Origin origin) {
        if (until != null && isAtOrBeyond(result, until)) {
            return Verdict.STOP;
        }
        if (lists.span() != null && !lists.isPlaced(result)) {
            return unplaced(origin);
        }
        isInside = lists.isInSpan(result);
        if (isInside) {
            return Verdict.TAKE;
        }
        return lists.isSortedBySpan() && isBeyondSpan(result) ? Verdict.STOP : Verdict.SKIP;
    }

    /**
     * Of a list sorted by the span's time it stands where the result before it stands, and a window has what the API puts
     * in it; of any other list nothing tells whether it is in the span.
     */
    private Verdict unplaced(Anchor.Origin origin) {
        hasUnplaced |= !lists.isSortedBySpan();
        boolean isTaken = lists.isSortedBySpan() && (origin.isWindow() || isInside);
        return isTaken ? Verdict.TAKE : Verdict.SKIP;
    }

    /** Whether results were passed over of which nothing tells whether they are in the span. */
    boolean hasUnplaced() {
        return hasUnplaced;
    }

    private boolean isAtOrBeyond(T result, Anchor end) {
        if (lists.keys().mark(result) == end.mark()) {
            hasMetAnchor = true;
            return true;
        }
        Long time = lists.keys().time(result);
        Long last = end.time();
        if (time == null || last == null || Objects.equals(time, last)) {
            return false;
        }
        return isAfter(time, last);
    }

    private boolean isBeyondSpan(T result) {
        Span span = lists.span();
        Long time = lists.keys().time(result);
        return span != null && time != null && isAfter(time, readsUp() ? span.to() : span.from());
    }

    private boolean isAfter(long time, long other) {
        return readsUp() ? time > other : time < other;
    }

    private boolean readsUp() {
        return lists.isAscending() == isTowardsEnd;
    }

    @Override
    public boolean isTransparent(Anchor.Origin origin) {
        boolean isWithinSpan = lists.span() == null || (origin.isWindow() && lists.isSortedBySpan());
        return until == null && isWithinSpan;
    }

    /** Whether what lies beyond is known: the other anchor is still there. */
    boolean hasMetAnchor() {
        return hasMetAnchor;
    }
}
