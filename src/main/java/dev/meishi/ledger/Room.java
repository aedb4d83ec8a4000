package dev.meishi.ledger;

import java.time.Duration;

/**
 * What the quota of one operation and domain has room for.
 *
 * @param now calls that could go at once
 * @param inAMinute calls that could go in a minute in which no other operation makes any
 * @param untilAll after how long as many could go at once, if no other operation makes any
 */
public record Room(int now, int inAMinute, Duration untilAll) {

    /** Of what has no quota. */
    public static final Room ENDLESS = new Room(Integer.MAX_VALUE, Integer.MAX_VALUE, Duration.ZERO);

    /**
     * Calls that one thing may make without taking all from everybody else: all but the last quarter of a minute.
     *
     * @return calls that could go at once
     */
    public int shared() {
        return Math.max(0, now - quarter());
    }

    /**
     * Calls that one thing could ever make so.
     *
     * @return calls, at least 1
     */
    public int sharedInAMinute() {
        return Math.max(1, inAMinute - quarter());
    }

    /** Rounded up, without a sum that is larger than an int. */
    private int quarter() {
        return inAMinute / 4 + (inAMinute % 4 == 0 ? 0 : 1);
    }
}
