package dev.meishi.server;

import dev.meishi.settings.CheckedBy;
import dev.meishi.settings.Ranges;
import dev.meishi.settings.SettingsCheck;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the process ends once it is told to (SIGTERM). */
@CheckedBy(ShutdownConfig.Check.class)
@ConfigMapping(prefix = "meishi.shutdown")
public interface ShutdownConfig {

    /**
     * How long it goes on serving while its readiness is already down and each answer has {@code Connection: close}.
     *
     * @return 3 s by default: load balancers have removed it by then; nothing in development and tests
     */
    @WithDefault("3s")
    Duration delay();

    /**
     * How long it then waits for what is under way; connections that are still open after that are closed.
     *
     * @return 35 s by default: a little over {@code meishi.http.operation-timeout}
     */
    @WithDefault("35s")
    Duration timeout();

    /** The ranges of its settings. */
    @RegisterForReflection(fields = false)
    final class Check implements SettingsCheck<ShutdownConfig> {

        /** As {@link CheckedBy} needs it. */
        public Check() {}

        @Override
        public void check(ShutdownConfig set, Mistakes mistakes) {
            Ranges.of("meishi.shutdown", mistakes)
                    .within("delay", set.delay(), Duration.ZERO, Ranges.DAY)
                    .within("timeout", set.timeout(), Duration.ZERO, Ranges.DAY);
        }
    }
}
