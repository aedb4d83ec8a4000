package dev.meishi.quota;

import java.time.Duration;

/**
 * The use of a queue by one claimant: a class of callers, or an address of one. Times are nanoseconds of one clock that never
 * goes back. Not thread-safe.
 */
final class Tally {

    /** How long a claimant counts as one of those that share the queue. */
    private static final long SEEN_NANOS = Duration.ofMinutes(10).toNanos();

    /** The weight of one call in the moving average, which is mainly that of the last sixteen. */
    private static final double ONE_OF_SIXTEEN = 1.0 / 16;

    private final long minute;
    private int used;
    private int underWay;
    private int waiting;
    private int unmet;
    private long unmetUntil;
    private long seenUntil;
    private double misses;

    /**
     * Of a claimant that has nothing yet.
     *
     * @param minute for how long a call, or the wish for one, counts
     */
    Tally(long minute) {
        this.minute = minute;
    }

    /** Calls that count in this minute, those under way included. */
    int used() {
        return used;
    }

    /** Calls under way. */
    int underWay() {
        return underWay;
    }

    /** Calls wanted that have not gone: those that wait, and those refused within the last minute. */
    int wanted(long now) {
        return waiting + (unmetUntil > now ? unmet : 0);
    }

    /** Whether there is anything to share with it. */
    boolean isActive(long now) {
        return used > 0 || wanted(now) > 0;
    }

    /** Whether it was active in the last ten minutes. */
    boolean isSeen(long now) {
        return seenUntil > now;
    }

    /** Whether more than half of its last calls asked for what does not exist. */
    boolean isMissing() {
        return misses > 0.5;
    }

    void begun(long now) {
        used++;
        underWay++;
        unmet = unmetUntil > now ? Math.max(0, unmet - 1) : 0;
        seenUntil = now + SEEN_NANOS;
    }

    void withdrawn() {
        used--;
        underWay--;
    }

    void ended() {
        underWay--;
    }

    /** A call no longer counts. */
    void expired() {
        used--;
    }

    /** An answer said whether there is what was asked for. */
    void answered(boolean isMiss) {
        misses += ((isMiss ? 1 : 0) - misses) * ONE_OF_SIXTEEN;
    }

    void waits() {
        waiting++;
    }

    void waitsNoMore() {
        waiting--;
    }

    /** A call was refused. */
    void refused(long now) {
        unmet = (unmetUntil > now ? unmet : 0) + 1;
        unmetUntil = now + minute;
        seenUntil = now + SEEN_NANOS;
    }
}
