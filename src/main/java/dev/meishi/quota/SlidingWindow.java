package dev.meishi.quota;

import java.util.function.IntConsumer;

/**
 * The calls that LINE WORKS may count in the same minute as one that is made now. When its minutes begin is not known,
 * and neither is when a call is counted: some time between its start and its end. A call therefore counts here from its
 * start until a minute after its end, and no minute of the vendor's, whatever its alignment, can hold more calls than
 * were permitted here. Times are nanoseconds of one clock that never goes back. Not thread-safe.
 */
final class SlidingWindow {

    /** A minute and its margin, in nanoseconds. */
    private final long length;

    private final IntConsumer expired;
    private long[] expiries = new long[16];
    private int[] owners = new int[16];
    private int first;
    private int size;
    private int open;

    /**
     * A window without calls.
     *
     * @param length for how long a call counts after its end
     */
    SlidingWindow(long length) {
        this(length, owner -> {});
    }

    /**
     * A window without calls, whose calls have owners.
     *
     * @param length for how long a call counts after its end
     * @param expired is told the owner of each call that no longer counts
     */
    SlidingWindow(long length, IntConsumer expired) {
        this.length = length;
        this.expired = expired;
    }

    /** A call begins. */
    void begun() {
        open++;
    }

    /** A call that had begun was not made after all. */
    void withdrawn() {
        open--;
    }

    /** A call that had begun ends. */
    void ended(long now) {
        ended(0, now);
    }

    /** A call of this owner that had begun ends. */
    void ended(int owner, long now) {
        open--;
        if (size == expiries.length) {
            grow();
        }
        owners[index(size)] = owner;
        expiries[index(size++)] = now + length;
    }

    /** How many calls are under way. */
    int underWay() {
        return open;
    }

    /** How many calls have ended that still count, as of when that was last asked for. */
    int ended() {
        return size;
    }

    /** When the call at a place in the order of ends no longer counts. */
    long expiry(int place) {
        return expiries[index(place)];
    }

    /** The owner of the call at a place in the order of ends. */
    int owner(int place) {
        return owners[index(place)];
    }

    /** How many calls count now, those under way included. */
    int used(long now) {
        while (size > 0 && expiries[first] <= now) {
            int owner = owners[first];
            first = index(1);
            size--;
            expired.accept(owner);
        }
        return size + open;
    }

    /** The earliest time at which a call may go, after those ahead of it, so that at most {@code budget} calls count. */
    long next(int budget, int ahead, long now) {
        int mustGo = used(now) + ahead - budget;
        if (mustGo < 0) {
            return now;
        }
        return mustGo < size ? expiries[index(mustGo)] : now + length;
    }

    private int index(int place) {
        return (first + place) % expiries.length;
    }

    private void grow() {
        long[] moreExpiries = new long[expiries.length * 2];
        int[] moreOwners = new int[owners.length * 2];
        for (int i = 0; i < size; i++) {
            moreExpiries[i] = expiries[index(i)];
            moreOwners[i] = owners[index(i)];
        }
        expiries = moreExpiries;
        owners = moreOwners;
        first = 0;
    }
}
