package dev.meishi.quota;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Refuses the start with settings that make no sense, all of them named at once. */
final class QuotaCheck {

    private QuotaCheck() {}

    static void refuseIfWrong(QuotaConfig config) {
        List<String> wrong = new ArrayList<>();
        atLeastOne(wrong, "calls-per-minute", config.callsPerMinute());
        atLeastOne(wrong, "max-calls-per-minute", config.maxCallsPerMinute());
        atLeastOne(wrong, "concurrency", config.concurrency());
        atLeastOne(wrong, "breaker.volume", config.breaker().volume());
        fraction(wrong, "share", config.share());
        fraction(wrong, "breaker.ratio", config.breaker().ratio());
        notNegative(wrong, "margin", config.margin());
        notNegative(wrong, "longest-wait", config.longestWait());
        notNegative(wrong, "retry-pause", config.retryPause());
        notNegative(wrong, "breaker.pause", config.breaker().pause());
        if (config.queue() < 0) {
            wrong.add("meishi.quota.queue must not be negative, found " + config.queue());
        }
        if (!wrong.isEmpty()) {
            throw new ConfigurationException(String.join("; ", wrong) + ".");
        }
    }

    private static void atLeastOne(List<String> wrong, String key, int value) {
        if (value < 1) {
            wrong.add("meishi.quota." + key + " must be at least 1, found " + value);
        }
    }

    private static void fraction(List<String> wrong, String key, double value) {
        if (!(value > 0 && value <= 1)) {
            wrong.add("meishi.quota." + key + " must be over 0 and at most 1, found " + value);
        }
    }

    private static void notNegative(List<String> wrong, String key, Duration value) {
        if (value.isNegative()) {
            wrong.add("meishi.quota." + key + " must not be negative, found " + value);
        }
    }
}
