package dev.meishi.pages;

import dev.meishi.memory.Share;
import dev.meishi.settings.CheckedBy;
import dev.meishi.settings.Ranges;
import dev.meishi.settings.SettingsCheck;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long pages of lists are cached, and how many. */
@CheckedBy(PagesConfig.Check.class)
@ConfigMapping(prefix = "meishi.page-cache")
public interface PagesConfig {

    /**
     * How long a page is served as it is.
     *
     * @return 30 s by default: about as long as somebody looks at one page of contacts; zero keeps nothing
     */
    @WithDefault("30s")
    Duration fresh();

    /**
     * How long after that it is served once more while a new one is asked for in the background
     * (stale-while-revalidate, RFC 5861, 3).
     *
     * @return 5 minutes by default
     */
    @WithDefault("5m")
    Duration staleWhileRevalidate();

    /**
     * How old a page may be that is served because LINE WORKS does not give a new one (stale-if-error, RFC 5861, 4).
     *
     * @return 1 hour by default
     */
    @WithDefault("1h")
    Duration staleIfError();

    /**
     * How much memory the pages may take.
     *
     * @return 15 % of the heap by default: at 160 MiB 24 MiB, some 9,000 contacts
     */
    @WithDefault("15%")
    Share memory();

    /** The ranges of its settings. */
    @RegisterForReflection(fields = false)
    final class Check implements SettingsCheck<PagesConfig> {

        /** As {@link CheckedBy} needs it. */
        public Check() {}

        @Override
        public void check(PagesConfig set, Mistakes mistakes) {
            Ranges.of("meishi.page-cache", mistakes)
                    .atLeast("fresh", set.fresh(), Duration.ZERO)
                    .atLeast("stale-while-revalidate", set.staleWhileRevalidate(), Duration.ZERO)
                    .atLeast("stale-if-error", set.staleIfError(), Duration.ZERO);
        }
    }
}
