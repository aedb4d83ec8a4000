package dev.meishi.tag;

import dev.meishi.lineworks.LineWorks;
import dev.meishi.pages.CachedPages;
import java.time.Duration;

/** Tags as the gateway caches them. */
final class CachedTags {

    private CachedTags() {}

    /** Tags that are fresh for so long and of no use after that. */
    static TagCache fresh(LineWorks lineWorks, Duration fresh) {
        return new TagCache(
                lineWorks,
                CachedPages.lookups(),
                () -> fresh,
                CachedPages.config(Duration.ZERO, Duration.ZERO),
                CachedPages.metrics());
    }
}
