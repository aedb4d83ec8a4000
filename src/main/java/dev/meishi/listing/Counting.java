package dev.meishi.listing;

import dev.meishi.connection.Direction;
import dev.meishi.connection.Slice;
import dev.meishi.connection.Total;
import io.smallrye.mutiny.Uni;

/**
 * Counts the results that are wanted of those that the API finds, by reading them all.
 *
 * @param <T> kind of result
 */
final class Counting<T> {

    private final Access<T> access;
    private final Approach<T> approach;
    private final Slice all;

    /**
     * A count.
     *
     * @param approach by which the list is read
     * @param all of it, from its start
     */
    Counting(Access<T> access, Approach<T> approach, Slice all) {
        this.access = access;
        this.approach = approach;
        this.all = all;
    }

    /** As far as some calls go: what is counted by then is not exact, and nothing is where they do not even lead to its start. */
    Uni<Total> upTo(int most) {
        if (most < approach.cost().calls()) {
            return Uni.createFrom().item(new Total(0, false));
        }
        Counter<T> counter = new Counter<>(access.source(), Direction.FORWARD, Long.MAX_VALUE);
        SliceCollector<T> collector = new SliceCollector<>(1, counter, access.ledger());
        collector.within(new Allowance(access.ledger(), most));
        return approach.read(new Walk<>(access, all, collector))
                .onFailure(thrown -> collector.canBeCut() && Reading.isOfCalls(thrown))
                .recoverWithUni(() -> {
                    collector.cut();
                    return Uni.createFrom().voidItem();
                })
                .map(read -> collector.isCut() ? counter.atLeast() : counter.total());
    }
}
