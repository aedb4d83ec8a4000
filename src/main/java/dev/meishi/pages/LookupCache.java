package dev.meishi.pages;

import dev.meishi.memory.Account;
import dev.meishi.memory.Memory;
import dev.meishi.reset.UpstreamReset;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CaffeineCache;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The lists of all {@link LookupLists}. Quarkus Cache has them; which of them it has is decided here, by the memory they
 * take, which it cannot weigh: the least recently used is evicted first. There are few of them, some for each domain, and
 * each is asked for once in an operation. Safe for use by several threads.
 */
@Singleton
public final class LookupCache {

    private final long maxBytes;
    private final LongSupplier nanoTime;
    private final CaffeineCache lists;

    /** Bytes of each list, the least recently used first. */
    private final Map<Object, Long> weights = new LinkedHashMap<>(16, 0.75f, true);

    private long bytes;
    private volatile int generation;

    @Inject
    LookupCache(@CacheName("lookups") Cache lists, LookupConfig config, Memory memory) {
        this(lists.as(CaffeineCache.class), config.memory().bytes(), System::nanoTime);
        memory.show(Account.LOOKUPS, this::bytes);
    }

    LookupCache(CaffeineCache lists, long maxBytes, LongSupplier nanoTime) {
        this.lists = lists;
        this.maxBytes = maxBytes;
        this.nanoTime = nanoTime;
    }

    /** Lists of another LINE WORKS, those under way included, are of no use any more. */
    synchronized void forget(@Observes UpstreamReset reset) {
        generation++;
        List.copyOf(weights.keySet()).forEach(this::remove);
    }

    /** How often all was forgotten; what was asked for in an earlier generation is not cached in a later one. */
    int generation() {
        return generation;
    }

    /** The time by the clock of the cache, in nanoseconds since some moment. */
    long now() {
        return nanoTime.getAsLong();
    }

    /** What all lists may take together, in bytes. */
    long maxBytes() {
        return maxBytes;
    }

    /** What they take, in bytes. */
    synchronized long bytes() {
        return bytes;
    }

    /** A list that may still be of some use; this is a use. */
    synchronized @Nullable LookupEntry<?> get(Object key) {
        LookupEntry<?> found = weights.get(key) == null ? null : entry(key);
        return found == null || found.isExpired(now()) ? null : found;
    }

    private @Nullable LookupEntry<?> entry(Object key) {
        CompletableFuture<LookupEntry<?>> found = lists.getIfPresent(key);
        return found == null ? null : found.getNow(null);
    }

    /** Caches a list unless nothing was to be cached, it is too large, or one is there whose call went out later. */
    synchronized void put(Object key, LookupEntry<?> entry, int asOf) {
        LookupEntry<?> known = entry(key);
        boolean isOlder = known != null && known.takenAt() - entry.takenAt() > 0;
        if (asOf != generation || isOlder || entry.lifetime().isZero() || entry.bytes() > maxBytes) {
            return;
        }
        remove(key);
        makeRoom(entry.bytes());
        lists.put(key, CompletableFuture.completedFuture(entry));
        weights.put(key, entry.bytes());
        bytes += entry.bytes();
    }

    /** Removes what has expired, and then what was not used for the longest time. */
    private void makeRoom(long needed) {
        long now = now();
        for (Object key : List.copyOf(weights.keySet())) {
            LookupEntry<?> entry = entry(key);
            if (entry == null || entry.isExpired(now)) {
                remove(key);
            }
        }
        for (Object key : List.copyOf(weights.keySet())) {
            if (bytes + needed <= maxBytes) {
                return;
            }
            remove(key);
        }
    }

    private void remove(Object key) {
        Long weight = weights.remove(key);
        if (weight != null) {
            bytes -= weight;
            lists.invalidate(key).subscribe().with(done -> {});
        }
    }
}
