package dev.meishi.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How much exporting may go on. */
@ConfigMapping(prefix = "meishi.export")
public interface ExportConfig {

    /**
     * How many exports may go on at once; one more is refused.
     *
     * @return 2 by default: they share what LINE WORKS allows to background work, and more would only be slower
     */
    @WithDefault("2")
    @Min(1)
    int atOnce();

    /**
     * How long a reader may read nothing before it is cut off.
     *
     * @return 60 s by default
     */
    @WithDefault("60s")
    @DurationMin(millis = 1)
    @DurationMax(days = 1)
    Duration stallTimeout();

    /**
     * How long an export waits for its next page, LINE WORKS's quota included, before it gives up.
     *
     * @return 10 minutes by default: a quota is renewed within a minute, and others come first
     */
    @WithDefault("10m")
    @DurationMin(millis = 1)
    @DurationMax(days = 1)
    Duration patience();
}
