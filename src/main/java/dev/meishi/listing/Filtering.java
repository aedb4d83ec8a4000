package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Direction;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list that is not sorted by the time of its span, or the part of it before its span, and leaves out what is not in
 * the span.
 *
 * @param <T> kind of result
 */
final class Filtering<T> implements Approach<T> {

    private final Access<T> access;
    private final Approach<T> list;
    private final @Nullable Anchor anchor;
    private final Direction direction;

    /**
     * A list that has more than is wanted.
     *
     * @param list how it is read
     * @param anchor that it is read on from; null from its end
     * @param direction of reading
     */
    Filtering(Access<T> access, Approach<T> list, @Nullable Anchor anchor, Direction direction) {
        this.access = access;
        this.list = list;
        this.anchor = anchor;
        this.direction = direction;
    }

    @Override
    public Cost cost() {
        boolean isWindow = anchor != null && anchor.origin().isWindow();
        return isWindow ? list.cost() : new Cost(list.cost().calls()).upTo(access.skipped(anchor, direction));
    }

    @Override
    public Uni<Void> read(Walk<T> walk) {
        return list.read(walk);
    }

    @Override
    public String how(Cost cost) {
        return "by reading the list and skipping what is outside the span: " + cost.calls() + " to " + cost.atMost()
                + " calls";
    }

    @Override
    public boolean isSparse() {
        return true;
    }

    @Override
    public boolean isRationed() {
        return access.source().isSparse() || access.source().isSortedBySpan();
    }

    @Override
    public String hint() {
        if (access.source().isSortedBySpan()) {
            return "Ask for a shorter span of time.";
        }
        long calls = new Listing<>(access.source().byTime(), access.ledger()).callsToSpan();
        return "Sort by the time of the span"
                + (calls < 0 ? "." : ": the first page then needs at most " + (calls + 1) + " calls.");
    }
}
