package dev.meishi.listing;

import dev.meishi.connection.Slice;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.CallEstimate;
import io.smallrye.mutiny.Uni;

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
        return new CallEstimate(field, cost.calls(), cost.atMost(), approach.how(cost), approach.hint());
    }

    /**
     * Reads it.
     *
     * @return the part; fails with a {@link Failure}: {@code CURSOR_STALE}, {@code RESULT_WINDOW_EXCEEDED} or what a call
     *     failed with
     */
    public Uni<Selection<T>> read() {
        Slice some = slice.isEmpty() ? slice.one() : slice;
        Uni<Selection<T>> selection = new Reading<>(access, some).by(approach);
        return slice.isEmpty() ? selection.map(found -> found.emptied(slice)) : selection;
    }
}
