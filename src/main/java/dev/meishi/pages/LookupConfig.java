package dev.meishi.pages;

import dev.meishi.memory.Share;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of the lists is cached that tags and names are looked up in. */
@ConfigMapping(prefix = "meishi.lookup-cache")
public interface LookupConfig {

    /**
     * How much memory the lists may take.
     *
     * @return 3 % of the heap by default: at 160 MiB 4.8 MiB, some 11,000 names of members
     */
    @WithDefault("3%")
    Share memory();
}
