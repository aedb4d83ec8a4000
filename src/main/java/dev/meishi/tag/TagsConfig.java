package dev.meishi.tag;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long the tags of a domain are cached. */
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
}
