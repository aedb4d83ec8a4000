package dev.meishi.pages;

import dev.meishi.memory.Account;
import dev.meishi.memory.Memory;
import dev.meishi.reset.UpstreamReset;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The lists of all {@link LookupLists}, by the memory they take: the least recently used is evicted first. There are few of
 * them, some for each domain, and each is asked for once in an operation. Safe for use by several threads.
 */
@Singleton
public final class LookupCache {

    private final long maxBytes;
    private final LongSupplier nanoTime;
    private final Map<Object, LookupEntry<?>> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;
    private volatile int generation;

    @Inject
    LookupCache(LookupConfig config, Memory memory) {
        this(config.memory().bytes(), System::nanoTime);
        memory.show(Account.LOOKUPS, this::bytes);
    }

    LookupCache(long maxBytes, LongSupplier nanoTime) {
        this.maxBytes = maxBytes;
        this.nanoTime = nanoTime;
    }

    /** Lists of another LINE WORKS, those under way included, are of no use any more. */
    synchronized void forget(@Observes UpstreamReset reset) {
        generation++;
        entries.clear();
        bytes = 0;
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
        LookupEntry<?> found = entries.get(key);
        return found == null || found.isExpired(now()) ? null : found;
    }

    /** Caches a list unless nothing was to be cached, it is too large, or one is there whose call went out later. */
    synchronized void put(Object key, LookupEntry<?> entry, int asOf) {
        LookupEntry<?> known = entries.get(key);
        boolean isOlder = known != null && known.takenAt() - entry.takenAt() > 0;
        if (asOf != generation || isOlder || entry.lifetime().isZero() || entry.bytes() > maxBytes) {
            return;
        }
        if (known != null) {
            entries.remove(key);
            bytes -= known.bytes();
        }
        makeRoom(entry.bytes());
        entries.put(key, entry);
        bytes += entry.bytes();
    }

    /** Removes what has expired, and then what was not used for the longest time. */
    private void makeRoom(long needed) {
        long now = now();
        entries.values().removeIf(entry -> {
            boolean isExpired = entry.isExpired(now);
            bytes -= isExpired ? entry.bytes() : 0;
            return isExpired;
        });
        Iterator<LookupEntry<?>> leastRecent = entries.values().iterator();
        while (bytes + needed > maxBytes && leastRecent.hasNext()) {
            bytes -= leastRecent.next().bytes();
            leastRecent.remove();
        }
    }
}
