package dev.meishi.export;

import dev.meishi.settings.CheckedBy;
import dev.meishi.settings.Ranges;
import dev.meishi.settings.SettingsCheck;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of exports. */
@CheckedBy(ExportConfig.Check.class)
@ConfigMapping(prefix = "meishi.export")
public interface ExportConfig {

    /**
     * How many exports may go on at once, of all classes of callers together; one more is refused, unless it is the only
     * one of its class.
     *
     * @return 2 by default: they share what LINE WORKS allows to background work, and more would only be slower
     */
    @WithDefault("2")
    int maxConcurrentExports();

    /**
     * How long a reader may take less than {@link #minThroughput()} before it is cut off, in time that is spent waiting
     * for it.
     *
     * @return 2 minutes by default, for which the least throughput is 2 MiB: more than the system's buffers take at once,
     *     in whose steps reading is seen
     */
    @WithDefault("2m")
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
    Duration timeout();

    /**
     * How long an export waits for its next page, LINE WORKS's quota included, before it gives up.
     *
     * @return 10 minutes by default: a quota is renewed within a minute, and others come first
     */
    @WithDefault("10m")
    Duration pageTimeout();

    /** The ranges of its settings. */
    @RegisterForReflection(fields = false)
    final class Check implements SettingsCheck<ExportConfig> {

        /** As {@link CheckedBy} needs it. */
        public Check() {}

        @Override
        public void check(ExportConfig set, Mistakes mistakes) {
            Ranges.of("meishi.export", mistakes)
                    .atLeast("max-concurrent-exports", set.maxConcurrentExports(), 1)
                    .within("stall-timeout", set.stallTimeout(), Ranges.MILLISECOND, Ranges.DAY)
                    .atLeast("timeout", set.timeout(), Ranges.MILLISECOND)
                    .within("page-timeout", set.pageTimeout(), Ranges.MILLISECOND, Ranges.DAY);
        }
    }
}
