package dev.meishi.member;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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

    /**
     * The maximum number of calls to LINE WORKS for one list of names.
     *
     * @return 200 by default, for 20,000 names; calls of the list itself, beside those of operations
     */
    @WithDefault("200")
    @Min(1)
    @Max(1_000)
    int maxCalls();
}
