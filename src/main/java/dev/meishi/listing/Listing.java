package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.OverlapPlanner;
import dev.meishi.connection.Slice;
import dev.meishi.connection.Total;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.CallEstimate;
import dev.meishi.ledger.Ledger;
import io.smallrye.mutiny.Uni;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads any part of a search, whichever lists that takes: the whole list from its start or from its end, or its windows
 * of time one after the other where no other way leads.
 *
 * @param <T> kind of result
 */
public final class Listing<T> {

    /**
     * How many results may come or go before a place while a page is read on from, and be found on the next page all the
     * same. With it 10,000 results are read in 22 pages of at most 500.
     */
    private static final int MARGIN = 2;

    private final ListSource<T> lists;
    private final Ledger ledger;
    private final OverlapPlanner planner;

    /**
     * Reads a search.
     *
     * @param lists of the search
     * @param ledger on whose behalf
     */
    public Listing(ListSource<T> lists, Ledger ledger) {
        this.lists = lists;
        this.ledger = ledger;
        this.planner = new OverlapPlanner(
                lists.maxPageSize(),
                lists.cap(),
                MARGIN,
                lists.pages(false, null).isCaching(ledger));
    }

    /**
     * Reads what the arguments of a connection ask for.
     *
     * @param wanted which part
     * @return the part; fails with a {@link Failure}: {@code CURSOR_STALE}, {@code RESULT_WINDOW_EXCEEDED} or what a call
     *     failed with
     */
    public Uni<Selection<T>> read(Slice wanted) {
        return wanted.isEmpty()
                ? new Reading<>(this, lists, ledger, wanted.one()).read().map(found -> found.emptied(wanted))
                : new Reading<>(this, lists, ledger, wanted).read();
    }

    /**
     * How many results the search has.
     *
     * @return exact below the most that LINE WORKS serves of one list; fails as a call fails
     */
    public Uni<Total> total() {
        return new Counting<>(lists, planner, ledger).total();
    }

    /**
     * What reading a part of it may cost, without its total.
     *
     * @param field that reads it
     * @param wanted which part
     * @return calls at most as of what is at hand, provided that nothing comes or goes meanwhile
     */
    public CallEstimate plan(String field, Slice wanted) {
        return new Costing<>(lists, planner, ledger).plan(field, wanted.isEmpty() ? wanted.one() : wanted);
    }

    /**
     * What finding out its total may cost, beside reading a part of it.
     *
     * @param field that shows it
     * @return calls at most as of what is cached, provided that nothing comes or goes meanwhile
     */
    public CallEstimate totalPlan(String field) {
        return new Costing<>(lists, planner, ledger).totalPlan(field);
    }

    DirectedList<T> whole(boolean isReversed) {
        return directed(isReversed, null);
    }

    DirectedList<T> directed(boolean isReversed, @Nullable Span window) {
        if (window != null && window.from() > window.to()) {
            throw DirectedList.stale(); // Outside of the span, where no contact of this list can have stood.
        }
        Anchor.Origin origin = window == null
                ? isReversed ? Anchor.Origin.END : Anchor.Origin.START
                : isReversed ? Anchor.Origin.WINDOW_END : Anchor.Origin.WINDOW_START;
        return new DirectedList<>(
                lists.pages(isReversed, window),
                lists.keys(),
                lists.isAscending() != isReversed,
                origin,
                planner,
                window == null ? null : (Long) window.from());
    }

    /**
     * Where a result near the last rank served from the one end stands when it is counted from the other, but for what came
     * or went since.
     *
     * @return fails with {@code RESULT_WINDOW_EXCEEDED} if it cannot be reached from there either
     */
    Uni<Integer> rankFromOtherEnd(Anchor anchor) {
        return new Counting<>(lists, planner, ledger).whole().map(whole -> {
            if (whole < 0) {
                throw exceeded("this one lies beyond both");
            }
            return Math.max(0, whole - 1 - anchor.rank());
        });
    }

    Failure exceeded(String why) {
        return new Failure(
                ErrorCode.RESULT_WINDOW_EXCEEDED,
                String.format(
                        Locale.ROOT,
                        "LINE WORKS serves %,d results from either end of a search, and %s; narrow the filter, for example"
                                + " with a createdBetween of at most %s.",
                        lists.cap(),
                        why,
                        longestWindow()));
    }

    /** In words. */
    String longestWindow() {
        return TimeUnit.SECONDS.toDays(lists.longestWindow()) + " days";
    }
}
