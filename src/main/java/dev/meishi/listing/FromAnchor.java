package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Direction;
import io.smallrye.mutiny.Uni;

/**
 * Reads the whole list on from an anchor.
 *
 * @param <T> kind of result
 */
final class FromAnchor<T> implements Approach<T> {

    private final Access<T> access;
    private final Anchor anchor;
    private final Direction direction;
    private final int count;

    /**
     * The part after an anchor.
     *
     * @param direction of reading, as the search is sorted
     */
    FromAnchor(Access<T> access, Anchor anchor, Direction direction, int count) {
        this.access = access;
        this.anchor = anchor;
        this.direction = direction;
        this.count = count;
    }

    @Override
    public Cost cost() {
        return access.on(anchor, direction, count);
    }

    @Override
    public Uni<Void> read(Walk<T> walk) {
        Direction order = anchor.origin().order();
        DirectedList<T> list = access.open(order, null);
        return list.from(anchor, direction.in(order), walk.collector()).flatMap(reason -> walk.goOn(reason, list));
    }
}
