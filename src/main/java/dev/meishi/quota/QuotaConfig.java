package dev.meishi.quota;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What of LINE WORKS's quota the gateway uses, and how long a call may wait for it. Each figure is for one operation and domain. */
@ConfigMapping(prefix = "meishi.quota")
public interface QuotaConfig {

    /**
     * Calls a minute, until LINE WORKS names its limit in an answer. 60 is the vendor's figure for its free plan, the
     * lowest of its plans (Standard and Advanced: 240), so that the first minute cannot overdraw any of them.
     *
     * @return at least 1
     */
    @WithDefault("60")
    int callsPerMinute();

    /**
     * The highest limit that is believed of an answer; a higher one counts as this. More than four times the vendor's
     * highest figure is a mistake on the way, and would have the gateway make calls without a bound.
     *
     * @return at least 1; {@link #callsPerMinute} counts all the same if it is more
     */
    @WithDefault("1000")
    int maxCallsPerMinute();

    /**
     * How much of the limit is used. The rest is for other processes of the tenant, of which only answers tell.
     *
     * @return over 0 to 1
     */
    @WithDefault("0.95")
    double share();

    /**
     * By how much longer than a minute a call counts: what clocks, rounding to whole seconds and a call that arrives
     * after it was given up can amount to.
     *
     * @return not negative
     */
    @WithDefault("1s")
    Duration margin();

    /**
     * How long an interactive call may wait for its turn; one that would have to wait longer is refused at once.
     *
     * @return not negative
     */
    @WithDefault("2s")
    Duration longestWait();

    /**
     * How many calls of each class of callers may wait, and how many of background work.
     *
     * @return not negative
     */
    @WithDefault("100")
    int queue();

    /**
     * How many calls may be under way at once. The vendor's own limit exists, its value is not known.
     *
     * @return at least 1
     */
    @WithDefault("20")
    int concurrency();

    /**
     * About how long after LINE WORKS failed a call is repeated, once.
     *
     * @return not negative
     */
    @WithDefault("200ms")
    Duration retryPause();

    /**
     * When calls are kept back because LINE WORKS fails.
     *
     * @return its own settings
     */
    Breaker breaker();

    /** When calls are kept back because LINE WORKS fails. */
    interface Breaker {

        /**
         * How many of the last calls are looked at.
         *
         * @return at least 1
         */
        @WithDefault("20")
        int volume();

        /**
         * Share of them that failed at which calls are kept back.
         *
         * @return over 0 to 1
         */
        @WithDefault("0.5")
        double ratio();

        /**
         * How long they are kept back before one is tried.
         *
         * @return more than nothing
         */
        @WithDefault("5s")
        Duration pause();
    }
}
