package dev.meishi.pages;

import dev.meishi.connection.Snapshot;
import org.jspecify.annotations.Nullable;

/** A cached page, and its place in the {@link UseOrder}, which alone touches that. */
final class CacheEntry {

    final PageKey key;
    final Snapshot<?> snapshot;
    final long bytes;
    final Lifetime lifetime;

    /** Used less recently; null of the first, and of one that is not in the order. */
    @Nullable
    CacheEntry before;

    /** Used more recently; null of the last, and of one that is not in the order. */
    @Nullable
    CacheEntry after;

    CacheEntry(PageKey key, Snapshot<?> snapshot, Lifetime lifetime, long bytes) {
        this.key = key;
        this.snapshot = snapshot;
        this.lifetime = lifetime;
        this.bytes = bytes;
    }

    /** What its age allows. */
    Lifetime.Use use(long now) {
        return lifetime.at(PageCache.ageNanos(snapshot, now));
    }

    /** Whether its age allows nothing any more. */
    boolean isExpired(long now) {
        return use(now) == Lifetime.Use.NONE;
    }
}
