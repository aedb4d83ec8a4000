package dev.meishi.quota;

import dev.meishi.settings.CheckedBy;
import dev.meishi.settings.Ranges;
import dev.meishi.settings.SettingsCheck;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The part of LINE WORKS's quota that the gateway uses, and the waiting time of calls. Each figure is for one operation and domain. */
@CheckedBy(QuotaConfig.Check.class)
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
     * The highest limit that is accepted from an answer; a higher one counts as this. More than four times the vendor's
     * highest figure is a mistake of something in between, and would let the gateway make calls without a bound.
     *
     * @return at least 1; {@link #callsPerMinute} counts all the same if it is more
     */
    @WithDefault("1000")
    int maxCallsPerMinute();

    /**
     * How much of the limit is used. The rest is for other processes of the tenant, whose calls show only in answers.
     *
     * @return over 0 to 1
     */
    @WithDefault("0.95")
    double share();

    /**
     * By how much longer than a minute a call counts: what clocks, rounding to whole seconds and a call that arrives
     * after it was given up can add up to.
     *
     * @return not negative
     */
    @WithDefault("1s")
    Duration windowMargin();

    /**
     * Maximum wait of an interactive call for its turn; a call that would wait longer is refused at once.
     *
     * @return not negative
     */
    @WithDefault("2s")
    Duration maxWait();

    /**
     * The maximum number of waiting calls of each class of callers, and of background work.
     *
     * @return not negative
     */
    @WithDefault("100")
    int maxQueued();

    /**
     * The maximum number of calls under way at once. The vendor's own limit exists, its value is not known.
     *
     * @return at least 1
     */
    @WithDefault("20")
    int maxConcurrentCalls();

    /**
     * Approximate pause before the one repetition of a call that LINE WORKS failed.
     *
     * @return not negative
     */
    @WithDefault("200ms")
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
        int volume();

        /**
         * Share of failed calls among them at which the breaker opens.
         *
         * @return over 0 to 1
         */
        @WithDefault("0.5")
        double ratio();

        /**
         * How long the breaker stays open before one call is tried.
         *
         * @return more than nothing
         */
        @WithDefault("5s")
        Duration pause();
    }

    /** The ranges of its settings. */
    @RegisterForReflection(fields = false)
    final class Check implements SettingsCheck<QuotaConfig> {

        /** As {@link CheckedBy} needs it. */
        public Check() {}

        @Override
        public void check(QuotaConfig set, Mistakes mistakes) {
            Ranges.of("meishi.quota", mistakes)
                    .atLeast("calls-per-minute", set.callsPerMinute(), 1)
                    .atLeast("max-calls-per-minute", set.maxCallsPerMinute(), 1)
                    .share("share", set.share())
                    .within("window-margin", set.windowMargin(), Duration.ZERO, Ranges.DAY)
                    .within("max-wait", set.maxWait(), Duration.ZERO, Ranges.DAY)
                    .atLeast("max-queued", set.maxQueued(), 0)
                    .atLeast("max-concurrent-calls", set.maxConcurrentCalls(), 1)
                    .within("retry-pause", set.retryPause(), Duration.ZERO, Ranges.DAY);
            Breaker breaker = set.breaker();
            Ranges.of("meishi.quota.breaker", mistakes)
                    .atLeast("volume", breaker.volume(), 1)
                    .share("ratio", breaker.ratio())
                    .within("pause", breaker.pause(), Duration.ZERO, Ranges.DAY);
        }
    }
}
