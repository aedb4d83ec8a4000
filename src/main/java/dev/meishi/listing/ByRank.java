package dev.meishi.listing;

import dev.meishi.connection.Direction;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Objects;

/**
 * Searches for the rank at which a span begins in the list sorted by its time, and reads on from there.
 *
 * @param <T> kind of result
 */
final class ByRank<T> implements SpanApproach<T> {

    private final NumberedAccess<T> access;
    private final NumberedList<T> list;
    private final BoundarySearch<T> search;
    private final Windows windows;
    private final int count;

    ByRank(NumberedAccess<T> access, Direction direction, long moment, Windows windows, int count) {
        this.access = access;
        this.list = access.open(direction, null);
        this.search = new BoundarySearch<>(list, moment, access.ledger());
        this.windows = windows;
        this.count = count;
    }

    @Override
    public long calls() {
        return search.worstCase();
    }

    @Override
    public Cost cost() {
        return new Cost(search.worstCase())
                .upTo(access.pagesInWindows(count).atMost())
                .and(1)
                .upTo(access.beyondCap());
    }

    @Override
    public Uni<Void> read(Walk<T> walk) {
        return search.find(List.of())
                .flatMap(boundary -> boundary.isBeyondCap()
                        ? walk.enterFirstFound()
                        : list.read(
                                        Objects.requireNonNull(boundary.page()),
                                        boundary.after(),
                                        Direction.FORWARD,
                                        walk.collector())
                                .flatMap(reason -> walk.goOn(reason, list)));
    }

    @Override
    public String how(Cost cost) {
        return "by ranks: up to " + calls() + " calls; by windows of time: " + windows.count();
    }

    @Override
    public String name() {
        return "ranks";
    }
}
