package dev.meishi.listing;

import dev.meishi.connection.Slice;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.CallEstimate;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * A part of a search, and the way that it is read.
 *
 * @param <T> kind of result
 */
public final class ListingPart<T> {

    private final Access<T> access;
    private final Slice slice;
    private final Approach<T> approach;

    ListingPart(Access<T> access, Slice slice, Approach<T> approach) {
        this.access = access;
        this.slice = slice;
        this.approach = approach;
    }

    /**
     * What reading it may cost, without the search's total.
     *
     * @param field that reads it
     * @return maximum number of calls as of what is cached, provided that nothing comes or goes meanwhile
     */
    public CallEstimate plan(String field) {
        Cost cost = approach.cost();
        int atMost = approach.isRationed() ? cost.calls() : cost.atMost();
        return new CallEstimate(field, cost.calls(), atMost, approach.how(cost), approach.hint());
    }

    /**
     * What reading on may cost beyond that, where results are passed over until the part is full and that is limited
     * beforehand. Of these calls a few are of use too: {@link #read(int)}.
     *
     * @param field that reads it
     * @return null if the plan says it all
     */
    public @Nullable CallEstimate further(String field) {
        if (!approach.isRationed()) {
            return null;
        }
        Cost cost = approach.cost();
        return new CallEstimate(field, cost.atMost() - cost.calls(), "reading on", approach.hint());
    }

    /**
     * Reads it.
     *
     * @return the part; fails with a {@link Failure}: {@code CURSOR_STALE}, {@code RESULT_WINDOW_EXCEEDED} or what a call
     *     failed with
     */
    public Uni<Selection<T>> read() {
        return read(Integer.MAX_VALUE);
    }

    /**
     * Reads it as far as some calls go.
     *
     * @param most calls, exceeded by no more than what one page takes; heeded where results may be passed over
     * @return the part, or less of it where the calls, or half of the operation's time, have ended before it was full and
     *     after something was read; fails as {@link #read()}
     */
    public Uni<Selection<T>> read(int most) {
        Reading<T> reading = new Reading<>(access, slice.isEmpty() ? slice.one() : slice);
        Uni<Selection<T>> selection =
                approach.isSparse() ? reading.by(approach, new Allowance(access.ledger(), most)) : reading.by(approach);
        return slice.isEmpty() ? selection.map(found -> found.emptied(slice)) : selection;
    }
}
