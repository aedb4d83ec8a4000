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
    private int count;

    Counter(ListSource<T> source, Direction direction) {
        this.filter = new SliceFilter<>(source, direction, null);
        this.cap = source.cap();
    }

    @Override
    public Verdict verdict(T result, Anchor.Origin origin) {
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
        return count >= cap ? atLeast() : new Total(count, true);
    }

    Total atLeast() {
        return new Total(Math.min(count, cap), false);
    }
}
