package dev.meishi.tag;

import dev.meishi.settings.CheckedBy;
import dev.meishi.settings.Ranges;
import dev.meishi.settings.SettingsCheck;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the tags of a domain are cached. */
@CheckedBy(TagsConfig.Check.class)
@ConfigMapping(prefix = "meishi.tags")
public interface TagsConfig {

    /**
     * How old a domain's tags may be before they are asked for again.
     *
     * @return 5 minutes by default: they change seldom
     */
    @WithDefault("5m")
    Duration maxAge();

    /** The ranges of its settings. */
    @RegisterForReflection(fields = false)
    final class Check implements SettingsCheck<TagsConfig> {

        /** As {@link CheckedBy} needs it. */
        public Check() {}

        @Override
        public void check(TagsConfig set, Mistakes mistakes) {
            Ranges.of("meishi.tags", mistakes).atLeast("max-age", set.maxAge(), Duration.ZERO);
        }
    }
}
