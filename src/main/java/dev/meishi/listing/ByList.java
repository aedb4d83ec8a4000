package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Direction;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list from one of its ends until its span begins, where a list cannot be entered elsewhere. How many results come
 * before that, nobody knows: where those read so far let expect that they are many pages, the span is read by its windows.
 *
 * @param <T> kind of result
 */
final class ByList<T> implements SpanApproach<T> {

    /**
     * Pages before the span, some more than 10,000 contacts have, as this is guessed. Of longer lists the windows lead to the
     * span by a call or two.
     */
    private static final int MOST = 24;

    private final CursorAccess<T> access;
    private final Direction direction;
    private final long moment;
    private final Windows windows;
    private final int count;
    private final boolean isUpwards;
    private int pages;

    /**
     * A list that has a span of many windows.
     *
     * @param direction of reading
     * @param moment at which the span begins in that direction
     * @param count of results wanted
     */
    ByList(CursorAccess<T> access, Direction direction, long moment, Windows windows, int count) {
        this.access = access;
        this.direction = direction;
        this.moment = moment;
        this.windows = windows;
        this.count = count;
        this.isUpwards = direction.in(access.source().sorting()).isForward();
    }

    @Override
    public long calls() {
        int wholeList = CursorAccess.wholeList(access.source());
        return hasWindows() ? windows.count() + Math.min(MOST, wholeList) : wholeList;
    }

    @Override
    public Cost cost() {
        return access.start(direction, count)
                .upTo((int) calls() + access.pagesInWindows(count).atMost() + access.beyondCap());
    }

    @Override
    public boolean isSparse() {
        return true;
    }

    @Override
    public boolean isRationed() {
        return true;
    }

    @Override
    public Uni<Void> read(Walk<T> walk) {
        SliceCollector<T> collector = walk.collector();
        if (hasWindows()) {
            collector.leaveWhen(() -> isFarFrom(collector));
        }
        DirectedList<T> list = access.open(direction, null);
        return list.start(access.source().maxPageSize(), collector)
                .flatMap(reason -> collector.hasLeft()
                        ? walk.enterFirst(windows, access.source().maxPageSize())
                        : walk.goOn(reason, list));
    }

    /** Whether the span can be read by its windows: there are no more than the list has pages. */
    private boolean hasWindows() {
        return windows.count() <= CursorAccess.wholeList(access.source());
    }

    /** Whether windows are likely to lead to the span by fewer calls. Asked after each page. */
    private boolean isFarFrom(SliceCollector<T> collector) {
        pages++;
        Long first = time(collector.firstRead());
        Long last = time(collector.lastRead());
        if (first == null || last == null || (isUpwards ? last >= moment : last <= moment)) {
            return false;
        }
        double perPage = Math.abs((double) last - first) / pages;
        double pagesLeft = perPage == 0 ? 0 : Math.abs((double) moment - last) / perPage;
        return pages + pagesLeft > MOST;
    }

    private @Nullable Long time(@Nullable Positioned<T> result) {
        Anchor anchor = result == null ? null : result.anchor(access.source().keys());
        return anchor == null ? null : anchor.time();
    }

    @Override
    public String how(Cost cost) {
        return "by the list, or by windows of time where it is far to the span: " + windows.count() + " windows";
    }

    @Override
    public String name() {
        return "list";
    }
}
