package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Direction;
import dev.meishi.connection.Slice;
import dev.meishi.connection.Total;
import dev.meishi.ledger.CallEstimate;
import dev.meishi.ledger.Ledger;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * Reads any slice of a search: from the whole list, from its start or its end, or from its windows of time one after the
 * other where that is the only way.
 *
 * @param <T> kind of result
 */
public final class Listing<T> {

    /** All of it, read from its start. */
    private static final Slice ALL = new Slice(1, null, null, null);

    private final ListSource<T> source;
    private final Access<T> access;

    /**
     * Reads a search.
     *
     * @param source of the search
     * @param ledger on whose behalf
     */
    public Listing(ListSource<T> source, Ledger ledger) {
        this.source = source;
        this.access = source.isSeekable() ? new NumberedAccess<>(source, ledger) : new CursorAccess<>(source, ledger);
    }

    /**
     * What the arguments of a connection ask for. How it is read is decided here, once, so that it costs what it is said to.
     *
     * @param slice which part
     * @return to be read once
     */
    public ListingPart<T> part(Slice slice) {
        return new ListingPart<>(access, slice, approach(slice.isEmpty() ? slice.one() : slice));
    }

    /**
     * How many results the search has.
     *
     * @return exact below the maximum that LINE WORKS serves of one list; fails as a call fails
     */
    public Uni<Total> total() {
        return total(Integer.MAX_VALUE);
    }

    /**
     * How many results the search has, or has at least.
     *
     * @param most calls that may be made for it, if {@link #hasTotalInPart()}
     * @return not exact if they did not suffice, too; fails as a call fails
     */
    public Uni<Total> total(int most) {
        return access.total(most);
    }

    /**
     * Whether fewer calls than the total takes tell how many results there are at least.
     *
     * @return false if it takes all calls or none
     */
    public boolean hasTotalInPart() {
        return access.hasTotalInPart();
    }

    /**
     * What finding out its total may cost, beside reading a part of it.
     *
     * @param field that shows it
     * @return calls that are enough for nearly all lists, and the maximum number, as of what is cached, provided that nothing
     *     comes or goes meanwhile
     */
    public CallEstimate totalPlan(String field) {
        Cost total = access.totalCost();
        String how = total.calls() == 0 ? "from the cache" : access.totalHow();
        return new CallEstimate(field, total.calls(), total.atMost(), how, "Leave out totalCount.");
    }

    /** Counts its results by reading it, as far as some calls go. */
    Uni<Total> counted(int most) {
        return new Counting<>(access, approach(ALL), ALL).upTo(most);
    }

    /** Maximum number of calls of {@link #counted}. */
    int countingCost() {
        return approach(ALL).cost().atMost();
    }

    /** The one decision how a slice is read, and by that what it costs. */
    private Approach<T> approach(Slice slice) {
        Anchor until = slice.until();
        Approach<T> list = upTo(slice);
        return until == null || source.keys().isByTime() ? list : access.upTo(list, slice, until);
    }

    /** Up to the other anchor, if there is one and it is met. */
    private Approach<T> upTo(Slice slice) {
        Anchor anchor = slice.from();
        Direction direction = slice.direction();
        int count = slice.count()
                + (slice.until() == null && !source.isSelective()
                        ? 0
                        : 1); // One more tells whether it is the other anchor, or is wanted.
        Approach<T> approach = anchor == null
                ? fromEnd(direction, count)
                : anchor.origin().isWindow()
                        ? new FromWindowAnchor<>(access, anchor, direction, count)
                        : new FromAnchor<>(access, anchor, direction, count);
        if (source.span() != null && (!source.isSortedBySpan() || isBeforeSpan(anchor))) {
            return new Filtering<>(access, approach, anchor, direction);
        }
        return source.isSelective() ? new Rechecking<>(access, approach, anchor, direction) : approach;
    }

    /** Whether reading has not reached the span yet. */
    private boolean isBeforeSpan(@Nullable Anchor anchor) {
        Span span = source.span();
        Long time = anchor == null ? null : anchor.time();
        return span != null && time != null && !span.has(time);
    }

    private Approach<T> fromEnd(Direction direction, int count) {
        SpanApproach<T> toSpan = toSpan(direction, count);
        return toSpan == null ? new FromEnd<>(access, direction, count) : toSpan;
    }

    /** The way to the start of the span with the fewest calls; null if reading can begin at an end of the list. */
    private @Nullable SpanApproach<T> toSpan(Direction direction, int count) {
        Span span = source.span();
        boolean isUpwards = direction.in(source.sorting()).isForward();
        if (span == null || !source.isSortedBySpan() || span.isOpen(isUpwards)) {
            return null;
        }
        Windows windows = Windows.of(span, source.longestWindow());
        return access.toSpan(direction, isUpwards ? span.from() : span.to(), windows, count);
    }

    /** Maximum number of calls until the first result of the span is found; -1 if reading begins at an end of the list. */
    long callsToSpan() {
        SpanApproach<T> toSpan = toSpan(Direction.FORWARD, 1);
        return toSpan == null ? -1 : toSpan.calls();
    }
}
