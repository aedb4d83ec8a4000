package dev.meishi.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How the process ends once it is told to (SIGTERM). */
@ConfigMapping(prefix = "meishi.shutdown")
public interface ShutdownConfig {

    /**
     * How long it goes on to serve whoever comes while its readiness is down already, and each answer asks its
     * connection to be closed.
     *
     * @return 3 s by default: what balances load has taken it out by then; nothing in development and tests
     */
    @WithDefault("3s")
    @DurationMin
    @DurationMax(days = 1)
    Duration delay();

    /**
     * How long it then waits for what is under way; what still is when that is over is cut off.
     *
     * @return 35 s by default: a little over {@code meishi.http.operation-timeout}
     */
    @WithDefault("35s")
    @DurationMin
    @DurationMax(days = 1)
    Duration timeout();
}
