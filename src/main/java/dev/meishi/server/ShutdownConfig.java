package dev.meishi.server;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How the process ends once it is told to (SIGTERM). */
@ConfigMapping(prefix = "meishi.shutdown")
public interface ShutdownConfig {

    /**
     * How long it goes on serving while its readiness is already down and each answer has {@code Connection: close}.
     *
     * @return 3 s by default: load balancers have removed it by then; nothing in development and tests
     */
    @WithDefault("3s")
    @DurationMin
    @DurationMax(days = 1)
    Duration delay();

    /**
     * How long it then waits for what is under way; connections that are still open after that are closed.
     *
     * @return 35 s by default: a little over {@code meishi.http.operation-timeout}
     */
    @WithDefault("35s")
    @DurationMin
    @DurationMax(days = 1)
    Duration timeout();
}
