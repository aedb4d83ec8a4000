package dev.meishi.contact;

import dev.meishi.settings.CheckedBy;
import dev.meishi.settings.Ranges;
import dev.meishi.settings.SettingsCheck;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The limit of calls for the total of a list. */
@CheckedBy(TotalsConfig.Check.class)
@ConfigMapping(prefix = "meishi.totals")
public interface TotalsConfig {

    /**
     * Most calls to LINE WORKS for one total.
     *
     * @return 20 by default: more than a total takes by halving a list, or by the ends of a span. Zero allows those alone
     *     that need no call
     */
    @WithDefault("20")
    int maxCalls();

    /** The ranges of its settings. */
    @RegisterForReflection(fields = false)
    final class Check implements SettingsCheck<TotalsConfig> {

        /** As {@link CheckedBy} needs it. */
        public Check() {}

        @Override
        public void check(TotalsConfig set, Mistakes mistakes) {
            Ranges.of("meishi.totals", mistakes).atLeast("max-calls", set.maxCalls(), 0);
        }
    }
}
