package dev.meishi.member;

import dev.meishi.settings.CheckedBy;
import dev.meishi.settings.Ranges;
import dev.meishi.settings.SettingsCheck;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the names of members, organizations and groups are cached. */
@CheckedBy(MembersConfig.Check.class)
@ConfigMapping(prefix = "meishi.members")
public interface MembersConfig {

    /**
     * How old a list of names may be before it is fetched again.
     *
     * @return 6 hours by default: names hardly change, and a list takes a call for each 100 of them
     */
    @WithDefault("6h")
    Duration fresh();

    /**
     * The maximum number of calls to LINE WORKS for one list of names.
     *
     * @return 200 by default, for 20,000 names; calls of the list itself, beside those of operations
     */
    @WithDefault("200")
    int maxCalls();

    /** The ranges of its settings. */
    @RegisterForReflection(fields = false)
    final class Check implements SettingsCheck<MembersConfig> {

        /** As {@link CheckedBy} needs it. */
        public Check() {}

        @Override
        public void check(MembersConfig set, Mistakes mistakes) {
            Ranges.of("meishi.members", mistakes)
                    .atLeast("fresh", set.fresh(), Duration.ZERO)
                    .atLeast("max-calls", set.maxCalls(), 1)
                    .atMost("max-calls", set.maxCalls(), 1_000);
        }
    }
}
