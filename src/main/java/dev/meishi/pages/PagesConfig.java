package dev.meishi.pages;

import dev.meishi.memory.Share;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long pages of lists are cached, and how many. */
@ConfigMapping(prefix = "meishi.page-cache")
public interface PagesConfig {

    /**
     * How long a page is served as it is.
     *
     * @return 30 s by default: about as long as somebody looks at one page of contacts; zero keeps nothing
     */
    @WithDefault("30s")
    @DurationMin
    Duration fresh();

    /**
     * How long after that it is served once more while a new one is asked for in the background
     * (stale-while-revalidate, RFC 5861, 3).
     *
     * @return 5 minutes by default
     */
    @WithDefault("5m")
    @DurationMin
    Duration staleWhileRevalidate();

    /**
     * How old a page may be that is served because LINE WORKS does not give a new one (stale-if-error, RFC 5861, 4).
     *
     * @return 1 hour by default
     */
    @WithDefault("1h")
    @DurationMin
    Duration staleIfError();

    /**
     * How much memory the pages may take.
     *
     * @return 15 % of the heap by default: at 160 MiB 24 MiB, some 9,000 contacts
     */
    @WithDefault("15%")
    Share memory();
}
