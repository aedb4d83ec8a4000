package dev.meishi.quota;

import org.jspecify.annotations.Nullable;

/**
 * The use of a queue by a class of callers, and by each client's address within it. Addresses are distinguished by a hash
 * only (stochastic fairness queueing, McKenney 1990), so that any number of them takes the same memory; two that have the
 * same hash share what one would have. Not thread-safe.
 */
final class CallersTally {

    /** For each there is a chance of 1 in 256 to share with a given other one. */
    static final int SLOTS = 256;

    private final double fraction;
    private final Tally all;
    private final @Nullable Tally[] bySlot = new Tally[SLOTS];
    private final long minute;
    private int addresses;

    /**
     * Of a class that has nothing yet.
     *
     * @param fraction of the quota that is its own, over 0 to 1
     * @param minute for how long a call counts
     */
    CallersTally(double fraction, long minute) {
        this.fraction = fraction;
        this.minute = minute;
        all = new Tally(minute);
    }

    /** Of the whole class. */
    Tally all() {
        return all;
    }

    /** Of one address. */
    Tally slot(int slot) {
        Tally known = bySlot[slot];
        if (known == null) {
            known = new Tally(minute);
            bySlot[slot] = known;
            addresses++;
        }
        return known;
    }

    /** Of all addresses, null for those that never came. */
    @Nullable
    Tally[] slots() {
        return bySlot;
    }

    /** Calls that are its own, if it wants them. */
    int guaranteed(int capacity) {
        return (int) (fraction * capacity);
    }

    /** Calls that count in this minute, in terms of its share: of two classes the one with less is behind. */
    double load() {
        return all.used() / fraction;
    }

    /** Whether several addresses of it ever came. */
    boolean hasSeveral() {
        return addresses > 1;
    }

    /** Whether several addresses of it came lately: if it is one only, that may be a proxy's, and everybody's. */
    boolean isShared(long now) {
        if (!hasSeveral()) {
            return false;
        }
        int seen = 0;
        for (Tally slot : bySlot) {
            seen += slot != null && slot.isSeen(now) ? 1 : 0;
        }
        return seen > 1;
    }
}
