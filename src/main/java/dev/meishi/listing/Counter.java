package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Direction;
import dev.meishi.connection.Total;

/**
 * Counts the results of a slice without holding them.
 *
 * @param <T> kind of result
 */
final class Counter<T> implements Filter<T> {

    private final SliceFilter<T> filter;
    private final int cap;
    private final long mostSeen;
    private int count;
    private long seen;

    /**
     * Counts from one end of a list.
     *
     * @param mostSeen results that are looked at
     */
    Counter(ListSource<T> source, Direction direction, long mostSeen) {
        this.filter = new SliceFilter<>(source, direction, null);
        this.cap = source.cap();
        this.mostSeen = mostSeen;
    }

    @Override
    public Verdict verdict(T result, Anchor.Origin origin) {
        if (isCut()) {
            return Verdict.STOP;
        }
        seen++;
        Verdict verdict = filter.verdict(result, origin);
        if (verdict != Verdict.TAKE) {
            return verdict;
        }
        count++;
        return count >= cap ? Verdict.STOP : Verdict.SKIP;
    }

    @Override
    public boolean isTransparent(Anchor.Origin origin) {
        return false;
    }

    Total total() {
        return count >= cap || isCut() ? atLeast() : new Total(count, true);
    }

    /** Whether as many results as may be were looked at, and perhaps not all. */
    private boolean isCut() {
        return seen >= mostSeen;
    }

    Total atLeast() {
        return new Total(Math.min(count, cap), false);
    }
}
