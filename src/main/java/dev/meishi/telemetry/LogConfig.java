package dev.meishi.telemetry;

import dev.meishi.settings.CheckedBy;
import dev.meishi.settings.Ranges;
import dev.meishi.settings.SettingsCheck;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is logged of operations. */
@CheckedBy(LogConfig.Check.class)
@ConfigMapping(prefix = "meishi.log")
public interface LogConfig {

    /**
     * How long an operation may take before a line of it is logged as a warning.
     *
     * @return 5 s by default, half of what one call to LINE WORKS may take; 0 for none
     */
    @WithDefault("5s")
    Duration slowOperation();

    /** The ranges of its settings. */
    @RegisterForReflection(fields = false)
    final class Check implements SettingsCheck<LogConfig> {

        /** As {@link CheckedBy} needs it. */
        public Check() {}

        @Override
        public void check(LogConfig set, Mistakes mistakes) {
            Ranges.of("meishi.log", mistakes).atLeast("slow-operation", set.slowOperation(), Duration.ZERO);
        }
    }
}
