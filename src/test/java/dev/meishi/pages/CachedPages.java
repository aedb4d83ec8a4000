package dev.meishi.pages;

import dev.meishi.memory.Share;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.cache.runtime.caffeine.CaffeineCacheImpl;
import io.quarkus.cache.runtime.caffeine.CaffeineCacheInfo;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Pages as the gateway caches them, for tests of what stands on them. */
public final class CachedPages {

    private CachedPages() {}

    /** Pages that are fresh for so long and of no use after that; zero caches nothing. */
    public static Pages fresh(Duration fresh) {
        return new Pages(new PageCache(config(fresh, Duration.ZERO), System::nanoTime), metrics());
    }

    /** Lists of any kind, in much memory. */
    public static LookupCache lookups() {
        return lookups(64 << 20, System::nanoTime);
    }

    /** Lists of any kind in so many bytes, by a clock. */
    static LookupCache lookups(long maxBytes, LongSupplier nanoTime) {
        return new LookupCache(new CaffeineCacheImpl(new CaffeineCacheInfo(), false), maxBytes, nanoTime);
    }

    /** Counts that nobody looks at. */
    public static PageMetrics metrics() {
        return new PageMetrics(new SimpleMeterRegistry());
    }

    /** The settings of pages that are fresh for so long, and of use for longer if there is no new one. */
    public static PagesConfig config(Duration fresh, Duration staleIfError) {
        return config(fresh, staleIfError, "64M");
    }

    /** The same in so much memory. */
    static PagesConfig config(Duration fresh, Duration staleIfError, String memory) {
        return new PagesConfig() {
            @Override
            public Duration fresh() {
                return fresh;
            }

            @Override
            public Duration staleWhileRevalidate() {
                return Duration.ZERO;
            }

            @Override
            public Duration staleIfError() {
                return staleIfError;
            }

            @Override
            public Share memory() {
                return Share.of(memory);
            }
        };
    }
}
