package dev.meishi.listing;

import dev.meishi.connection.Direction;
import io.smallrye.mutiny.Uni;

/**
 * Reads a list from one of its ends until its span begins, where a list cannot be entered elsewhere.
 *
 * @param <T> kind of result
 */
final class ByList<T> implements SpanApproach<T> {

    private final CursorAccess<T> access;
    private final Direction direction;
    private final Windows windows;
    private final int count;

    ByList(CursorAccess<T> access, Direction direction, Windows windows, int count) {
        this.access = access;
        this.direction = direction;
        this.windows = windows;
        this.count = count;
    }

    @Override
    public long calls() {
        return CursorAccess.wholeList(access.source());
    }

    @Override
    public Cost cost() {
        return access.start(direction, count)
                .upTo((int) calls() + access.pagesInWindows(count).atMost() + access.beyondCap());
    }

    @Override
    public Uni<Void> read(Walk<T> walk) {
        DirectedList<T> list = access.open(direction, null);
        return list.start(access.source().maxPageSize(), walk.collector()).flatMap(reason -> walk.goOn(reason, list));
    }

    @Override
    public String how(Cost cost) {
        return "by the list: up to " + calls() + " calls; by windows of time: " + windows.count();
    }

    @Override
    public String name() {
        return "list";
    }
}
