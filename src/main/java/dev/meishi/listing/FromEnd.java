package dev.meishi.listing;

import dev.meishi.connection.Direction;
import io.smallrye.mutiny.Uni;

/**
 * Reads the whole list from one of its ends.
 *
 * @param <T> kind of result
 */
final class FromEnd<T> implements Approach<T> {

    private final Access<T> access;
    private final Direction direction;
    private final int count;

    FromEnd(Access<T> access, Direction direction, int count) {
        this.access = access;
        this.direction = direction;
        this.count = count;
    }

    @Override
    public Cost cost() {
        Cost cost = access.start(direction, count);
        return access.source().span() == null
                ? cost
                : cost.upTo(access.pagesInWindows(count).atMost() + access.beyondCap());
    }

    @Override
    public Uni<Void> read(Walk<T> walk) {
        DirectedList<T> list = access.open(direction, null);
        return list.start(count, walk.collector()).flatMap(reason -> walk.goOn(reason, list));
    }
}
