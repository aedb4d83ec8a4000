package dev.meishi.quota;

import java.time.Duration;

/**
 * What answers say is left of the vendor's minute under way. In one minute it only falls, so the least of what was heard
 * is the latest, and counts every call that was heard of; the others may have been counted after it and are taken off.
 * Times are nanoseconds of one clock that never goes back. Not thread-safe.
 */
final class ReportedQuota {

    /** The ends of two minutes are a minute apart; two hints at one end less, even if an answer was long on its way. */
    private static final long SAME_MINUTE = Duration.ofSeconds(30).toNanos();

    private long least;
    private long until;
    private int unheard;
    private int silent;

    /** A call begins. */
    void begun() {
        unheard++;
    }

    /** A call that had begun was not made after all. */
    void withdrawn() {
        unheard--;
    }

    /** A call ended without a word on what is left. */
    void endedUnheard() {
        unheard--;
        silent++;
    }

    /**
     * The answer to a call, for the first time, says what is left.
     *
     * @param left calls
     * @param end of the vendor's minute, about
     */
    void heard(long left, long end, long now) {
        unheard--;
        if (until <= now || end > until + SAME_MINUTE) {
            least = left;
            until = end;
            silent = 0;
        } else if (end > until - SAME_MINUTE) {
            least = Math.min(least, left);
            until = Math.min(until, end);
        }
    }

    /** How many more calls may go in this minute if some are left to others; without a bound if nothing was heard. */
    long left(int toOthers, long now) {
        return until > now ? least - toOthers - unheard - silent : Long.MAX_VALUE;
    }

    /** When what was heard no longer holds. */
    long until() {
        return until;
    }
}
