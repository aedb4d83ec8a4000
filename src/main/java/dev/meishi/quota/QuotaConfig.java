package dev.meishi.quota;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The part of LINE WORKS's quota that the gateway uses, and the waiting time of calls. Each figure is for one operation and domain. */
@ConfigMapping(prefix = "meishi.quota")
public interface QuotaConfig {

    /**
     * Calls a minute, until LINE WORKS names its limit in an answer. 60 is the vendor's figure for its free plan, the
     * lowest of its plans (Standard and Advanced: 240), so that the first minute cannot overdraw any of them.
     *
     * @return at least 1
     */
    @WithDefault("60")
    @Min(1)
    int callsPerMinute();

    /**
     * The highest limit that is accepted from an answer; a higher one counts as this. More than four times the vendor's
     * highest figure is a mistake of something in between, and would let the gateway make calls without a bound.
     *
     * @return at least 1; {@link #callsPerMinute} counts all the same if it is more
     */
    @WithDefault("1000")
    @Min(1)
    int maxCallsPerMinute();

    /**
     * How much of the limit is used. The rest is for other processes of the tenant, whose calls show only in answers.
     *
     * @return over 0 to 1
     */
    @WithDefault("0.95")
    @DecimalMin(value = "0", inclusive = false)
    @DecimalMax("1")
    double share();

    /**
     * By how much longer than a minute a call counts: what clocks, rounding to whole seconds and a call that arrives
     * after it was given up can add up to.
     *
     * @return not negative
     */
    @WithDefault("1s")
    @DurationMin
    @DurationMax(days = 1)
    Duration windowMargin();

    /**
     * Maximum wait of an interactive call for its turn; a call that would wait longer is refused at once.
     *
     * @return not negative
     */
    @WithDefault("2s")
    @DurationMin
    @DurationMax(days = 1)
    Duration maxWait();

    /**
     * The maximum number of waiting calls of each class of callers, and of background work.
     *
     * @return not negative
     */
    @WithDefault("100")
    @Min(0)
    int maxQueued();

    /**
     * The maximum number of calls under way at once. The vendor's own limit exists, its value is not known.
     *
     * @return at least 1
     */
    @WithDefault("20")
    @Min(1)
    int maxConcurrentCalls();

    /**
     * Approximate pause before the one repetition of a call that LINE WORKS failed.
     *
     * @return not negative
     */
    @WithDefault("200ms")
    @DurationMin
    @DurationMax(days = 1)
    Duration retryPause();

    /**
     * The circuit breaker: calls are refused while LINE WORKS fails.
     *
     * @return its own settings
     */
    Breaker breaker();

    /** The circuit breaker: calls are refused while LINE WORKS fails. */
    interface Breaker {

        /**
         * How many of the last calls are counted.
         *
         * @return at least 1
         */
        @WithDefault("20")
        @Min(1)
        int volume();

        /**
         * Share of failed calls among them at which the breaker opens.
         *
         * @return over 0 to 1
         */
        @WithDefault("0.5")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("1")
        double ratio();

        /**
         * How long the breaker stays open before one call is tried.
         *
         * @return more than nothing
         */
        @WithDefault("5s")
        @DurationMin
        @DurationMax(days = 1)
        Duration pause();
    }
}
