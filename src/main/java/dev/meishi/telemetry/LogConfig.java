package dev.meishi.telemetry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** What is logged of operations. */
@ConfigMapping(prefix = "meishi.log")
public interface LogConfig {

    /**
     * How long an operation may take before a line of it is logged as a warning.
     *
     * @return 5 s by default, half of what one call to LINE WORKS may take; 0 for none
     */
    @WithDefault("5s")
    @DurationMin
    Duration slowOperation();
}
