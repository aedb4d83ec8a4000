package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects the results of one page of a connection, in the order of reading. Not thread-safe: the steps of one walk follow
 * each other.
 *
 * @param <T> kind of result
 */
final class SliceCollector<T> {

    private final int count;
    private final Filter<T> filter;
    private final Ledger ledger;
    private final List<Positioned<T>> found;
    private boolean hasMore;
    private boolean isStopped;
    private boolean hasSkipped;
    private int pagesRead;
    private @Nullable Positioned<T> firstRead;
    private @Nullable Positioned<T> lastRead;
    private @Nullable Integer total;
    private @Nullable Allowance allowance;
    private boolean isCut;
    private @Nullable BooleanSupplier isElsewhere;
    private boolean hasLeft;

    SliceCollector(int count, Filter<T> filter, Ledger ledger) {
        this.count = count;
        this.filter = filter;
        this.ledger = ledger;
        this.found = new ArrayList<>(count);
    }

    /**
     * Takes the next result, or not.
     *
     * @return false if no further one is wanted
     */
    boolean offer(Positioned<T> next) {
        lastRead = next;
        if (firstRead == null) {
            firstRead = next;
        }
        switch (filter.verdict(next.result(), next.origin())) {
            case SKIP -> {
                hasSkipped = true;
                return true;
            }
            case STOP -> {
                isStopped = true;
                return false;
            }
            case TAKE -> {
                if (isFull()) {
                    hasMore = true;
                    return false;
                }
                found.add(next);
            }
        }
        return true;
    }

    /** More results follow, though none of them was read. */
    void markMore() {
        hasMore = true;
    }

    /** What follows is not wanted, though it was not offered. */
    void markStopped() {
        isStopped = true;
    }

    boolean isFull() {
        return found.size() >= count;
    }

    /** Ends the reading where an allowance does, provided that something was read. */
    void within(Allowance given) {
        allowance = given;
    }

    /** Whether it is enough to know that the list goes on, or one more wanted result has to be seen. */
    boolean isSatisfied(Anchor.Origin origin) {
        return (isFull() && filter.isTransparent(origin)) || isSpent() || leaves();
    }

    /**
     * Ends the reading of a list between two of its pages where another way is shorter.
     *
     * @param given asked after each page while nothing is found
     */
    void leaveWhen(BooleanSupplier given) {
        isElsewhere = given;
    }

    private boolean leaves() {
        hasLeft |= found.isEmpty() && isElsewhere != null && isElsewhere.getAsBoolean();
        return hasLeft;
    }

    /** Whether the list was left for another way, which is then to be gone; false if asked once more. */
    boolean hasLeft() {
        if (!hasLeft) {
            return false;
        }
        isElsewhere = null;
        hasLeft = false;
        hasMore = false;
        return true;
    }

    /** Whether reading ends here, though what is wanted may follow. */
    private boolean isSpent() {
        isCut |= lastRead != null && allowance != null && allowance.isSpent();
        return isCut;
    }

    /** Ends the reading before another page; false if it goes on. */
    boolean endsBetweenPages() {
        hasMore |= isSpent();
        return isCut;
    }

    /** Whether something was read of a list that may be left before what is wanted is found. */
    boolean canBeCut() {
        return allowance != null && lastRead != null;
    }

    /** Reading has ended after the result offered last. */
    void cut() {
        isCut = true;
        hasMore = true;
    }

    /** Whether reading has ended after the result offered last, for its allowance was spent. */
    boolean isCut() {
        return isCut;
    }

    /** The list was seen to end after a number of results. */
    void endsAfter(int results) {
        total = results;
    }

    /** How many results the list that was read has; null if its end was not seen. */
    @Nullable
    Integer total() {
        return total;
    }

    /** The result offered first, wanted or not. */
    @Nullable
    Positioned<T> firstRead() {
        return firstRead;
    }

    /** The result offered last, wanted or not. */
    @Nullable
    Positioned<T> lastRead() {
        return lastRead;
    }

    /** What becomes of a result, which is not offered: it is read from beyond the end of the slice. */
    Filter.Verdict verdictAgainst(T result, Anchor.Origin origin) {
        return filter.verdictAgainst(result, origin);
    }

    /** Whether the slice has nothing of what was read before a result, from beyond its end. */
    boolean endsRightBefore(T result) {
        return filter.isRightBefore(result);
    }

    /** Ends the reading at a place, whether or not there is an anchor. */
    void endsAt(EndPlace place) {
        filter.endsAt(place);
    }

    /** How many results are still to be read, the one included that tells whether there are more. */
    int missing() {
        return count - found.size() + 1;
    }

    /** How many results are worth asking for: one more tells that there are more, unless the API does. */
    int wanted(Anchor.Origin origin) {
        return filter.isTransparent(origin) ? Math.max(1, missing() - 1) : missing();
    }

    /** Whether results are passed over, so that what is missing may lie far away. */
    boolean hasSkipped() {
        return hasSkipped;
    }

    int count() {
        return count;
    }

    Ledger ledger() {
        return ledger;
    }

    /** Counts the pages read, as a guard against a list that has no end. */
    int nextPage() {
        return ++pagesRead;
    }

    List<Positioned<T>> found() {
        return found;
    }

    boolean hasMore() {
        return hasMore;
    }

    boolean isStopped() {
        return isStopped;
    }
}
