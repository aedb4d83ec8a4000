package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Direction;
import dev.meishi.connection.Slice;
import dev.meishi.connection.Total;
import dev.meishi.ledger.Ledger;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * The lists of an API of which each page but the first is asked for by the cursor that came with the page before.
 *
 * @param <T> kind of result
 */
final class CursorAccess<T> implements Access<T> {

    /** Calls that tell from when to when there are results: the first and the last one. */
    private static final int ENDS = 2;

    /** How often a list may be read through in one reading: to look for an anchor, on from there, and from its other end. */
    private static final int TIMES = 3;

    private final ListSource<T> source;
    private final Ledger ledger;

    CursorAccess(ListSource<T> source, Ledger ledger) {
        this.source = source;
        this.ledger = ledger;
    }

    /** Calls for a list from its start to the last result served, and one that tells whether it has more. */
    static int wholeList(ListSource<?> source) {
        return (source.cap() - 1) / source.maxPageSize() + 2;
    }

    /** More pages than one reading of a list takes. */
    static int maxPages(ListSource<?> source) {
        return TIMES * wholeList(source) + TIMES;
    }

    @Override
    public ListSource<T> source() {
        return source;
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public CursorList<T> open(Direction order, @Nullable Span window) {
        if (window != null && window.from() > window.to()) {
            throw ListFailures.stale(); // Outside of the span, where no result of this list can have stood.
        }
        return new CursorList<>(this, order, window);
    }

    @Override
    public Uni<StopReason> fromOtherEnd(Anchor last, SliceCollector<T> collector) {
        return open(last.origin().order().reversed(), null).upTo(last, collector);
    }

    /** Only reading the whole list could tell; the windows have all there is. */
    @Override
    public Uni<Boolean> isBeyondWhole() {
        return Uni.createFrom().item(true);
    }

    @Override
    public int beyondWholeCost() {
        return 0;
    }

    @Override
    public SpanApproach<T> toSpan(Direction direction, long moment, Windows windows, int count) {
        ByList<T> list = new ByList<>(this, direction, moment, windows, count);
        return windows.isFew() ? new ByWindows<>(this, windows, list, count) : list;
    }

    @Override
    public Approach<T> upTo(Approach<T> list, Slice slice, Anchor until) {
        return new Placed<>(this, list, slice, until);
    }

    @Override
    public Cost start(Direction order, int count) {
        int calls = cost(order, null).start(toSee(count));
        int pages = CursorCost.pages(source, toSee(count));
        return new Cost(calls).upTo((pages > 1 ? 1 : 0) + (calls < pages ? wholeList(source) + pages : 0));
    }

    @Override
    public Cost on(Anchor anchor, Direction direction, int count) {
        return new Cost(calls(anchor, null, direction, toSee(count))).upTo(TIMES * wholeList(source) + beyondCap());
    }

    /** The end of a span is told by the first result beyond it. */
    private int toSee(int count) {
        return source.span() == null ? count : count + 1;
    }

    /** More where the API refuses a cursor, and its place in the window has to be looked for. */
    @Override
    public Cost inWindow(Anchor anchor, Direction direction, int count) {
        Long time = anchor.time();
        Span window = time == null ? null : Windows.around(time, source);
        return new Cost(calls(anchor, window, direction, count)).upTo(TIMES * wholeList(source));
    }

    private int calls(Anchor anchor, @Nullable Span window, Direction direction, int count) {
        Direction order = anchor.origin().order();
        CursorCost<T> cost = cost(order, window);
        return direction == order ? cost.forward(anchor, count) : cost.backward(anchor, count);
    }

    private CursorCost<T> cost(Direction order, @Nullable Span window) {
        boolean isReversible = source.origins().contains(Anchor.Origin.END);
        return new CursorCost<>(
                source,
                new CursorPages<>(source, order, window, ledger),
                isReversible ? new CursorPages<>(source, order.reversed(), window, ledger) : null);
    }

    @Override
    public int skipped(@Nullable Anchor anchor, Direction direction) {
        return TIMES * wholeList(source) + beyondCap();
    }

    @Override
    public int beyondCap() {
        if (!source.origins().contains(Anchor.Origin.END)) {
            return 0;
        }
        return source.keys().isByTime() ? windows() : wholeList(source);
    }

    @Override
    public int windows() {
        Span span = source.isSortedBySpan() ? source.span() : null;
        long windows = span == null
                ? Walk.MAX_WINDOWS
                : Windows.of(span, source.longestWindow()).count();
        return ENDS + (int) Math.min(Walk.MAX_WINDOWS, windows);
    }

    @Override
    public Cost pagesInWindows(int count) {
        return new Cost(count / source.maxPageSize() + 1).upTo(TIMES * wholeList(source));
    }

    @Override
    public Uni<Total> total(int most) {
        return new CursorTotal<>(this).total(most);
    }

    @Override
    public boolean hasTotalInPart() {
        return true;
    }

    @Override
    public Cost totalCost() {
        return new Cost(new CursorTotal<>(this).cost());
    }

    @Override
    public String totalHow() {
        return source.span() == null ? "by reading the list" : "by reading the span";
    }
}
