package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Direction;
import io.smallrye.mutiny.Uni;

/**
 * Reads up to an anchor of a list with numbered pages that is not sorted by time. A page that is full before the anchor
 * is met may be beyond its place if the anchor is gone, so the anchor is looked for.
 *
 * @param <T> kind of result
 */
final class Bounded<T> extends Decorator<T> {

    private final Access<T> access;
    private final Anchor until;

    /**
     * A part of a list with an anchor at its other end.
     *
     * @param list how it is read
     * @param until where it ends
     */
    Bounded(Access<T> access, Approach<T> list, Anchor until) {
        super(list);
        this.access = access;
        this.until = until;
    }

    @Override
    public Cost cost() {
        Cost look = access.on(until, until.origin().order(), 1);
        Cost read = list.cost();
        return new Cost(read.calls() + look.calls(), read.atMost() + look.atMost());
    }

    /** Fails with {@code CURSOR_STALE} if the anchor is gone. */
    @Override
    public Uni<Void> read(Walk<T> walk) {
        return list.read(walk)
                .chain(read ->
                        walk.collector().hasMore() ? look() : Uni.createFrom().voidItem());
    }

    private Uni<Void> look() {
        SliceCollector<T> none = new SliceCollector<>(0, Filter.all(), access.ledger());
        return access.open(until.origin().order(), null)
                .from(until, Direction.FORWARD, none)
                .replaceWithVoid();
    }
}
