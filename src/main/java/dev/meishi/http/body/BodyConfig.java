package dev.meishi.http.body;

import dev.meishi.settings.CheckedBy;
import dev.meishi.settings.Ranges;
import dev.meishi.settings.SettingsCheck;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a body may take; how long it may be is one of the limits of a request. */
@Unremovable
@CheckedBy(BodyConfig.Check.class)
@ConfigMapping(prefix = "meishi.http")
public interface BodyConfig {

    /**
     * Maximum time for a request's body to arrive, however steadily it trickles.
     *
     * @return 10 s by default: 128 KiB at 100 kbit/s
     */
    @WithDefault("10s")
    Duration bodyTimeout();

    /** The ranges of its settings. */
    @RegisterForReflection(fields = false)
    final class Check implements SettingsCheck<BodyConfig> {

        /** As {@link CheckedBy} needs it. */
        public Check() {}

        @Override
        public void check(BodyConfig set, Mistakes mistakes) {
            Ranges.of("meishi.http", mistakes)
                    .within("body-timeout", set.bodyTimeout(), Ranges.MILLISECOND, Ranges.DAY);
        }
    }
}
