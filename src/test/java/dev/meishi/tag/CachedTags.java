package dev.meishi.tag;

import dev.meishi.lineworks.LineWorks;
import dev.meishi.pages.CachedPages;
import io.quarkus.cache.runtime.caffeine.CaffeineCacheImpl;
import io.quarkus.cache.runtime.caffeine.CaffeineCacheInfo;
import java.time.Duration;

/** Tags as the gateway caches them. */
final class CachedTags {

    private CachedTags() {}

    /** Tags that are fresh for so long and of no use after that. */
    static TagCache fresh(LineWorks lineWorks, Duration fresh) {
        return of(lineWorks, fresh, Duration.ZERO);
    }

    /** Tags that are fresh for so long, and of use for longer if there are no new ones. */
    static TagCache of(LineWorks lineWorks, Duration fresh, Duration staleIfError) {
        CaffeineCacheInfo info = new CaffeineCacheInfo();
        info.expireAfterWrite = fresh;
        info.maximumSize = 100L;
        return new TagCache(
                lineWorks,
                new CaffeineCacheImpl(info, false),
                config(fresh),
                CachedPages.config(Duration.ZERO, staleIfError),
                CachedPages.metrics());
    }

    private static TagsConfig config(Duration fresh) {
        return new TagsConfig() {
            @Override
            public Duration maxAge() {
                return fresh;
            }

            @Override
            public int maxDomains() {
                return 100;
            }
        };
    }
}
