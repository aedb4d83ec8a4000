package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Direction;
import io.smallrye.mutiny.Uni;

/**
 * Reads on from an anchor in a window, and the windows after it. Where a span has many windows, they are read only for
 * what lies beyond the last result served of the whole list, which may have become shorter since.
 *
 * @param <T> kind of result
 */
final class FromWindowAnchor<T> implements Approach<T> {

    private final Access<T> access;
    private final Anchor anchor;
    private final Direction direction;
    private final int count;

    FromWindowAnchor(Access<T> access, Anchor anchor, Direction direction, int count) {
        this.access = access;
        this.anchor = anchor;
        this.direction = direction;
        this.count = count;
    }

    private boolean isOfFewWindows() {
        return Windows.isOfFew(access.source());
    }

    @Override
    public Cost cost() {
        int look = isOfFewWindows() ? 0 : access.beyondWholeCost() + ends();
        return access.inWindow(anchor, direction, count).and(look).upTo(access.windows());
    }

    /** Calls that tell from when to when there are results. */
    private int ends() {
        return access.start(Direction.FORWARD, 1).calls()
                + access.start(Direction.BACKWARD, 1).calls();
    }

    @Override
    public Uni<Void> read(Walk<T> walk) {
        if (isOfFewWindows()) {
            return walk.resumeInWindow(anchor);
        }
        return access.isBeyondWhole().flatMap(isBeyond -> isBeyond ? walk.resumeInWindow(anchor) : resumeInWhole(walk));
    }

    private Uni<Void> resumeInWhole(Walk<T> walk) {
        Direction order = anchor.origin().order();
        DirectedList<T> list = access.open(order, null);
        return list.seek(anchor, direction.in(order), walk.collector()).flatMap(reason -> walk.goOn(reason, list));
    }
}
