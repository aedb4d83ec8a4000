package dev.meishi.telemetry;

import dev.meishi.settings.CheckedBy;
import dev.meishi.settings.Ranges;
import dev.meishi.settings.SettingsCheck;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many series the metrics of operations may have. */
@CheckedBy(MetricsConfig.Check.class)
@ConfigMapping(prefix = "meishi.metrics")
public interface MetricsConfig {

    /**
     * How many names of operations have series of their own, beside those of trusted documents. Clients choose the names, so
     * there is a bound; further names are counted together.
     *
     * @return 100 by default, which makes for 9,000 series at most: five outcomes, 18 series a histogram
     */
    @WithDefault("100")
    int operations();

    /** The ranges of its settings. */
    @RegisterForReflection(fields = false)
    final class Check implements SettingsCheck<MetricsConfig> {

        /** As {@link CheckedBy} needs it. */
        public Check() {}

        @Override
        public void check(MetricsConfig set, Mistakes mistakes) {
            Ranges.of("meishi.metrics", mistakes)
                    .atLeast("operations", set.operations(), 0)
                    .atMost("operations", set.operations(), 10_000);
        }
    }
}
