package dev.meishi.member;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long the names of members, organizations and groups are cached. */
@ConfigMapping(prefix = "meishi.members")
public interface MembersConfig {

    /**
     * How old a list of names may be before it is fetched again.
     *
     * @return 6 hours by default: names hardly change, and a list takes a call for each 100 of them
     */
    @WithDefault("6h")
    @DurationMin
    Duration fresh();
}
