package dev.meishi.tag;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long and how many tag lists are kept; the cache {@code tags} is set from it. */
@ConfigMapping(prefix = "meishi.tags")
public interface TagConfig {

    /**
     * How long a domain's tag list is used before it is asked for anew.
     *
     * @return an age
     */
    @WithDefault("5m")
    Duration maxAge();

    /**
     * How many domains' tag lists are kept.
     *
     * @return a count
     */
    @WithDefault("100")
    int maxDomains();
}
