package dev.meishi.pages;

import dev.meishi.connection.PageRequest;
import dev.meishi.connection.Snapshot;
import dev.meishi.memory.Account;
import dev.meishi.memory.Memory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Caches pages by the memory they take, and knows how old one may be for what. The least recently used is evicted first.
 * Caffeine, which serves documents and plans, would not do: it admits a newcomer only if it is asked for more often than what
 * it takes the place of, and so turns away the very page that somebody who walks through a list is about to be served
 * from.
 *
 * <p>Entries are found in a concurrent map and evicted from a {@linkplain UseOrder linked list}, so that making room for
 * a page takes as long as removing those it takes the place of, however many others there are. Finding a page waits for
 * no lock: where another thread is changing the list at that moment, the use is not recorded, and the page is evicted as
 * if it had not been used just then. A mark on the entry that is looked at when room is made (second chance) would need
 * no lock at all, but making room for one page could then mean taking the marks off all others first.
 */
@Singleton
class PageCache {

    /** Heap of an entry beside its results. */
    private static final int ENTRY_BYTES = 300;

    /** Keys under which there is nothing: a caller's contacts that are gone, but not a list of invented ones. */
    private static final int MOST_ABSENT = 1_000;

    /** How often expired pages are looked for. */
    private static final long CLEANING_NANOS = Duration.ofMinutes(1).toNanos();

    private final Map<PageKey, CacheEntry> entries = new ConcurrentHashMap<>();
    private final ListIndex index = new ListIndex();
    private final long maxBytes;
    private final Lifetime lifetime;
    private final LongSupplier nanoTime;

    /** Held while anything below is used, and while pages come and go. */
    private final ReentrantLock lock = new ReentrantLock();

    private final UseOrder order = new UseOrder();
    private final Set<PageKey> absent = new LinkedHashSet<>();
    private final AtomicInteger generation = new AtomicInteger();
    private long bytes;
    private long cleanedAt;

    @Inject
    PageCache(PagesConfig config, Memory memory) {
        this(config, System::nanoTime);
        memory.show(Account.PAGES, this::bytes);
    }

    PageCache(PagesConfig config, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        cleanedAt = nanoTime.getAsLong();
        maxBytes = config.memory().bytes();
        lifetime = new Lifetime(config.fresh(), config.staleWhileRevalidate(), config.staleIfError());
    }

    /** How old a page may be. */
    Lifetime lifetime() {
        return lifetime;
    }

    /** Caches a page, if there can be room for it, and if none is there whose call went out later. */
    void put(PageKey key, Snapshot<?> snapshot, long resultBytes) {
        CacheEntry entry = new CacheEntry(key, snapshot, lifetime, resultBytes + bytes(key));
        locked(() -> put(entry));
    }

    /**
     * Caches for as long as it is fresh that there is nothing under a key which callers choose freely, among few others:
     * invented keys take the place of each other, and of no page.
     */
    void putAbsent(PageKey key, Snapshot<?> snapshot) {
        CacheEntry entry = new CacheEntry(key, snapshot, lifetime.whileFresh(), bytes(key));
        locked(() -> {
            absent.remove(key);
            absent.add(key);
            if (absent.size() > MOST_ABSENT) {
                PageKey oldest = absent.iterator().next();
                absent.remove(oldest);
                CacheEntry known = entries.get(oldest);
                if (known != null && known.snapshot.items().isEmpty()) {
                    remove(known);
                }
            }
            put(entry);
        });
    }

    /** A list is told apart by what it is searched by, and a caller may make that as long as a request. */
    private static long bytes(PageKey key) {
        return ENTRY_BYTES + 2L * key.list().toString().length();
    }

    private void put(CacheEntry entry) {
        CacheEntry known = entries.get(entry.key);
        boolean isOlder = known != null && known.snapshot.takenAt() - entry.snapshot.takenAt() > 0;
        if (entry.lifetime.isNone() || entry.bytes > maxBytes || isOlder) {
            return;
        }
        if (now() - cleanedAt > CLEANING_NANOS) {
            clean();
        }
        if (known != null) {
            remove(known);
        }
        makeRoom(entry.bytes);
        entries.put(entry.key, entry);
        order.add(entry);
        bytes += entry.bytes;
        index.add(entry.key);
    }

    /** Evicts until there is room, and then what has expired, as far as it comes next. */
    private void makeRoom(long needed) {
        long now = now();
        CacheEntry next = order.leastRecent();
        while (next != null && (bytes + needed > maxBytes || next.isExpired(now))) {
            remove(next);
            next = order.leastRecent();
        }
    }

    private void remove(CacheEntry entry) {
        if (entries.remove(entry.key, entry)) {
            order.remove(entry);
            bytes -= entry.bytes;
            index.remove(entry.key);
        }
    }

    /**
     * A cached page that may still be of some use; this is a use.
     *
     * @param now as {@link #now()} has it
     */
    @Nullable
    Snapshot<?> get(PageKey key, long now) {
        CacheEntry entry = entries.get(key);
        if (entry == null || entry.isExpired(now)) {
            return null;
        }
        if (lock.tryLock()) {
            try {
                order.used(entry);
            } finally {
                lock.unlock();
            }
        }
        return entry.snapshot;
    }

    /** Which pages of a list are cached. */
    List<PageRequest> pages(Object list) {
        return index.pages(list);
    }

    static long ageNanos(Snapshot<?> snapshot, long now) {
        return Math.max(0, now - snapshot.takenAt());
    }

    /** The time by the clock of the cache; to be asked for once for many pages. */
    long now() {
        return nanoTime.getAsLong();
    }

    /** Pages that are fresh, of all lists that are asked for; they do not count as used. */
    List<Snapshot<?>> fresh(Predicate<Object> isWanted) {
        List<Snapshot<?>> found = new ArrayList<>();
        long now = now();
        index.forEach((list, requests) -> {
            if (isWanted.test(list)) {
                for (PageRequest page : requests) {
                    CacheEntry entry = entries.get(new PageKey(list, page));
                    if (entry != null && entry.use(now) == Lifetime.Use.AS_IT_IS) {
                        found.add(entry.snapshot);
                    }
                }
            }
        });
        return found;
    }

    /** How often all was forgotten; what was asked for in an earlier generation is of no use in a later one. */
    int generation() {
        return generation.get();
    }

    /** Forgets everything. */
    void clear() {
        locked(() -> {
            generation.incrementAndGet();
            List.copyOf(entries.values()).forEach(this::remove);
            absent.clear();
        });
    }

    /** Forgets what has expired. */
    void clean() {
        locked(() -> {
            long now = now();
            cleanedAt = now;
            entries.values().stream()
                    .filter(entry -> entry.isExpired(now))
                    .toList()
                    .forEach(this::remove);
        });
    }

    /** What the cached pages take of the heap, roughly. */
    long bytes() {
        lock.lock();
        try {
            return bytes;
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }
}
