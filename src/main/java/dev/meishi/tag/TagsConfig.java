package dev.meishi.tag;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long the tags of a domain are cached, and of how many domains. */
@ConfigMapping(prefix = "meishi.tags")
public interface TagsConfig {

    /**
     * How old a domain's tags may be before they are asked for again.
     *
     * @return 5 minutes by default: they change seldom
     */
    @WithDefault("5m")
    @DurationMin
    Duration maxAge();

    /**
     * Of how many domains the tags are cached; the cache has it by {@code quarkus.cache.caffeine.tags.maximum-size}.
     *
     * @return 100 by default: more than a company has
     */
    @WithDefault("100")
    @Min(1)
    int maxDomains();
}
