package dev.meishi.export;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The limits of exports. */
@ConfigMapping(prefix = "meishi.export")
public interface ExportConfig {

    /**
     * How many exports may go on at once, of all classes of callers together; one more is refused, unless it is the only
     * one of its class.
     *
     * @return 2 by default: they share what LINE WORKS allows to background work, and more would only be slower
     */
    @WithDefault("2")
    @Min(1)
    int maxConcurrentExports();

    /**
     * How long a reader may take less than {@link #minThroughput()} before it is cut off, in time that is spent waiting
     * for it.
     *
     * @return 2 minutes by default, for which the least throughput is 2 MiB: more than the system's buffers take at once,
     *     in whose steps reading is seen
     */
    @WithDefault("2m")
    @DurationMin(millis = 1)
    @DurationMax(days = 1)
    Duration stallTimeout();

    /**
     * Bytes a reader must take in a minute that is spent waiting for it.
     *
     * @return 1 MiB by default, which is 140 kbit/s: 50,000 contacts, some 70 MB, take 70 minutes then
     */
    @WithDefault("1M")
    MemorySize minThroughput();

    /**
     * How long an export may go on; then it ends with an error, and can be resumed at its last checkpoint.
     *
     * @return 4 hours by default: a million contacts take 2,560 calls, 45 minutes of a quota of 60 a minute
     */
    @WithDefault("4h")
    @DurationMin(millis = 1)
    Duration timeout();

    /**
     * How long an export waits for its next page, LINE WORKS's quota included, before it gives up.
     *
     * @return 10 minutes by default: a quota is renewed within a minute, and others come first
     */
    @WithDefault("10m")
    @DurationMin(millis = 1)
    @DurationMax(days = 1)
    Duration pageTimeout();
}
