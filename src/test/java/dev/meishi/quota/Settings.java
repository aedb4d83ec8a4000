package dev.meishi.quota;

import java.time.Duration;

/** Settings of tests: all calls of the limit are used, no margin. */
record Settings(int callsPerMinute, int maxConcurrentCalls, int maxQueued, int volume) implements QuotaConfig {

    static Settings ofCalls(int callsPerMinute) {
        return new Settings(callsPerMinute, 1000, 1000, 1000);
    }

    @Override
    public int maxCallsPerMinute() {
        return 1000;
    }

    @Override
    public double share() {
        return 1;
    }

    @Override
    public Duration windowMargin() {
        return Duration.ZERO;
    }

    @Override
    public Duration maxWait() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Duration retryPause() {
        return Duration.ofMillis(200);
    }

    @Override
    public Breaker breaker() {
        return new QuotaConfig.Breaker() {
            @Override
            public int volume() {
                return volume;
            }

            @Override
            public double ratio() {
                return 0.5;
            }

            @Override
            public Duration pause() {
                return Duration.ofSeconds(5);
            }
        };
    }
}
