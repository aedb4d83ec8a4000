package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Direction;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes the results in the span, up to the anchor at the other end of the slice.
 *
 * @param <T> kind of result
 */
final class SliceFilter<T> implements Filter<T> {

    private final ListSource<T> source;
    private final boolean isUpwards;
    private final @Nullable Anchor until;
    private boolean hasMetAnchor;
    private boolean hasPassedAnchor;
    private boolean isInside = true;
    private boolean hasUnplaced;
    private boolean hasReadBeyond;
    private @Nullable EndPlace place;

    SliceFilter(ListSource<T> source, Direction direction, @Nullable Anchor until) {
        this.source = source;
        this.isUpwards = direction.in(source.sorting()).isForward();
        this.until = until;
    }

    @Override
    public void endsAt(EndPlace given) {
        place = given;
    }

    @Override
    public Verdict verdict(T result, Anchor.Origin origin) {
        return verdict(result, origin, place != null && place.isBefore(fingerprint(result)));
    }

    @Override
    public Verdict verdictAgainst(T result, Anchor.Origin origin) {
        hasReadBeyond = true;
        return verdict(result, origin, place != null && place.isBeforeAny(fingerprint(result)));
    }

    @Override
    public boolean isRightBefore(T result) {
        boolean isHere = place != null && place.isRightBefore(fingerprint(result));
        hasPassedAnchor |= isHere && hasReadBeyond;
        return isHere;
    }

    private long fingerprint(T result) {
        return source.keys().fingerprint(result);
    }

    private Verdict verdict(T result, Anchor.Origin origin, boolean isBeyondPlace) {
        hasPassedAnchor |= isBeyondPlace;
        if (isBeyondPlace || (until != null && isAtOrBeyond(result, until))) {
            return Verdict.STOP;
        }
        if (source.span() != null && !source.isPlaced(result)) {
            return unplaced(origin);
        }
        isInside = source.isInSpan(result);
        if (isInside) {
            return source.isWanted(result) ? Verdict.TAKE : Verdict.SKIP;
        }
        return source.isSortedBySpan() && isBeyondSpan(result) ? Verdict.STOP : Verdict.SKIP;
    }

    /**
     * Of a list sorted by the span's time it stands where the result before it stands, and a window has what the API puts
     * in it; of any other list nothing tells whether it is in the span.
     */
    private Verdict unplaced(Anchor.Origin origin) {
        hasUnplaced |= !source.isSortedBySpan();
        boolean isTaken = source.isSortedBySpan() && (origin.isWindow() || isInside);
        return isTaken ? Verdict.TAKE : Verdict.SKIP;
    }

    /** Whether results were passed over of which nothing tells whether they are in the span. */
    boolean hasUnplaced() {
        return hasUnplaced;
    }

    private boolean isAtOrBeyond(T result, Anchor end) {
        if (fingerprint(result) == end.fingerprint()) {
            hasMetAnchor = true;
            return true;
        }
        Long time = source.keys().time(result);
        Long last = end.time();
        if (time == null || last == null || Objects.equals(time, last)) {
            return false;
        }
        boolean isBeyond = isAfter(time, last);
        hasPassedAnchor |= isBeyond && (source.isInSpan(result) || !source.isSortedBySpan());
        return isBeyond;
    }

    private boolean isBeyondSpan(T result) {
        Span span = source.span();
        Long time = source.keys().time(result);
        return span != null && time != null && isAfter(time, isUpwards ? span.to() : span.from());
    }

    private boolean isAfter(long time, long other) {
        return isUpwards ? time > other : time < other;
    }

    @Override
    public boolean isTransparent(Anchor.Origin origin) {
        boolean isWithinSpan = source.span() == null || (origin.isWindow() && source.isSortedBySpan());
        return until == null && isWithinSpan && !source.isSelective();
    }

    /** Whether the other anchor is still there, or was at a place that is known. */
    boolean hasEnd() {
        return hasMetAnchor || place != null;
    }

    /** Whether the list goes on where the other anchor is or was: with that itself, or with what follows its place. */
    boolean hasMetEnd() {
        return hasMetAnchor || hasPassedAnchor;
    }
}
