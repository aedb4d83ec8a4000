package dev.meishi.http.body;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long a body may take; how long it may be is one of the limits of a request. */
@Unremovable
@ConfigMapping(prefix = "meishi.http")
public interface BodyConfig {

    /**
     * Maximum time for a request's body to arrive, however steadily it trickles.
     *
     * @return 10 s by default: 128 KiB at 100 kbit/s
     */
    @WithDefault("10s")
    @DurationMin(millis = 1)
    @DurationMax(days = 1)
    Duration bodyTimeout();
}
