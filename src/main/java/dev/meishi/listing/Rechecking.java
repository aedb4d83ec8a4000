package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Direction;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the API finds, and on where some of that is not what was searched for.
 *
 * @param <T> kind of result
 */
final class Rechecking<T> extends Decorator<T> {

    private final Access<T> access;
    private final @Nullable Anchor anchor;
    private final Direction direction;

    /**
     * A list of which some results may not be wanted.
     *
     * @param list how it is read
     * @param anchor that it is read on from; null from its end
     * @param direction of reading
     */
    Rechecking(Access<T> access, Approach<T> list, @Nullable Anchor anchor, Direction direction) {
        super(list);
        this.access = access;
        this.anchor = anchor;
        this.direction = direction;
    }

    @Override
    public Cost cost() {
        return list.cost().upTo(access.skipped(anchor, direction));
    }

    @Override
    public Uni<Void> read(Walk<T> walk) {
        return list.read(walk);
    }

    @Override
    public boolean isSparse() {
        return access.source().isSparse() || list.isSparse();
    }

    @Override
    public boolean isRationed() {
        return access.source().isSparse() || list.isRationed();
    }

    @Override
    public String hint() {
        return access.source().isSparse()
                ? "Page in one direction: forward, or backward from the end of the list by last alone."
                : list.hint();
    }
}
