package dev.meishi.pages;

import dev.meishi.connection.PageRequest;
import dev.meishi.connection.Snapshot;
import dev.meishi.memory.Account;
import dev.meishi.memory.Memory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps pages by the memory they take, and knows how old one may be for what. What was used least recently goes first.
 * Caffeine, which serves all else here, would not do: it admits a newcomer only if it is asked for more often than what
 * it takes the place of, and so turns away the very page that somebody who walks through a list is about to be served
 * from. Looking a page up takes no lock; keeping one does, and happens no oftener than calls are made.
 */
@Singleton
class PageCache {

    /** Heap of an entry beside its results. */
    private static final int ENTRY_BYTES = 300;

    /** Keys under which there is nothing: a caller's contacts that are gone, but not a list of invented ones. */
    private static final int MOST_ABSENT = 1_000;

    /** How full it is left when room is made, so that it is not made for every page. */
    private static final double FULL_AGAIN = 0.95;

    /** How often what is too old for anything is looked for. */
    private static final long CLEANING_NANOS = Duration.ofMinutes(1).toNanos();

    private final Map<PageKey, Entry> entries = new ConcurrentHashMap<>();
    private final Map<Object, List<PageRequest>> byList = new ConcurrentHashMap<>();
    private final Set<PageKey> absent = new LinkedHashSet<>();
    private final long maxBytes;
    private final Lifetime lifetime;
    private final LongSupplier nanoTime;
    private volatile int generation;
    private long bytes;
    private long cleanedAt;

    private static final class Entry {
        private final PageKey key;
        private final Snapshot<?> snapshot;
        private final Lifetime lifetime;
        private final long bytes;
        private volatile long usedAt;

        Entry(PageKey key, Snapshot<?> snapshot, Lifetime lifetime, long bytes) {
            this.key = key;
            this.snapshot = snapshot;
            this.lifetime = lifetime;
            this.bytes = bytes;
            this.usedAt = snapshot.takenAt();
        }
    }

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

    /** Keeps a page, if there can be room for it, and if none is there whose call went out later. */
    synchronized void put(PageKey key, Snapshot<?> snapshot, long resultBytes) {
        put(key, snapshot, lifetime, resultBytes);
    }

    private void put(PageKey key, Snapshot<?> snapshot, Lifetime allowed, long resultBytes) {
        long needed = resultBytes + ENTRY_BYTES + bytes(key);
        Entry before = entries.get(key);
        boolean isOlder = before != null && before.snapshot.takenAt() - snapshot.takenAt() > 0;
        if (allowed.isNone() || needed > maxBytes || isOlder) {
            return;
        }
        if (nanoTime.getAsLong() - cleanedAt > CLEANING_NANOS) {
            clean();
        }
        remove(entries.get(key));
        if (bytes + needed > maxBytes) {
            makeRoom(needed);
        }
        entries.put(key, new Entry(key, snapshot, allowed, needed));
        bytes += needed;
        byList.merge(key.list(), List.of(key.page()), PageCache::joined);
    }

    /** A list is told apart by what it is searched by, and a caller may make that as long as a request. */
    private static long bytes(PageKey key) {
        return 2L * key.list().toString().length();
    }

    /**
     * Keeps for as long as it is fresh that there is nothing under a key which callers choose freely, among few others:
     * invented keys take the place of each other, and of no page.
     */
    synchronized void putAbsent(PageKey key, Snapshot<?> snapshot) {
        absent.remove(key);
        absent.add(key);
        if (absent.size() > MOST_ABSENT) {
            PageKey longest = absent.iterator().next();
            absent.remove(longest);
            Entry entry = entries.get(longest);
            if (entry != null && entry.snapshot.items().isEmpty()) {
                remove(entry);
            }
        }
        put(key, snapshot, lifetime.whileFresh(), 0);
    }

    /** When a page was last used, which changes while others sort by it. */
    private record LastUse(Entry entry, long at) {}

    private void makeRoom(long needed) {
        long now = now();
        List<LastUse> longestUnused = new ArrayList<>(entries.size());
        entries.values().forEach(entry -> longestUnused.add(new LastUse(entry, entry.usedAt)));
        longestUnused.sort(Comparator.comparingLong(LastUse::at));
        for (LastUse use : longestUnused) {
            Entry entry = use.entry();
            if (bytes + needed <= maxBytes * FULL_AGAIN && use(entry, now) != Lifetime.Use.NONE) {
                return;
            }
            remove(entry);
        }
    }

    private void remove(@Nullable Entry entry) {
        if (entry != null && entries.remove(entry.key, entry)) {
            bytes -= entry.bytes;
            byList.computeIfPresent(entry.key.list(), (list, pages) -> without(pages, entry.key.page()));
        }
    }

    private static List<PageRequest> joined(List<PageRequest> pages, List<PageRequest> more) {
        List<PageRequest> all = new ArrayList<>(pages);
        all.addAll(more);
        return List.copyOf(all);
    }

    private static @Nullable List<PageRequest> without(List<PageRequest> pages, PageRequest page) {
        List<PageRequest> left =
                pages.stream().filter(kept -> !kept.equals(page)).toList();
        return left.isEmpty() ? null : left;
    }

    /**
     * A kept page that may still be of some use.
     *
     * @param now as {@link #now()} has it
     */
    @Nullable
    Snapshot<?> get(PageKey key, long now) {
        Entry entry = entries.get(key);
        if (entry == null || use(entry, now) == Lifetime.Use.NONE) {
            return null;
        }
        entry.usedAt = now;
        return entry.snapshot;
    }

    /** Which pages of a list are kept. */
    List<PageRequest> pages(Object list) {
        return byList.getOrDefault(list, List.of());
    }

    static long ageNanos(Snapshot<?> snapshot, long now) {
        return Math.max(0, now - snapshot.takenAt());
    }

    /** The time by the clock of the cache; to be asked for once for many pages. */
    long now() {
        return nanoTime.getAsLong();
    }

    private static Lifetime.Use use(Entry entry, long now) {
        return entry.lifetime.at(ageNanos(entry.snapshot, now));
    }

    /** Pages that are fresh, of all lists that are asked for; they do not count as used. */
    List<Snapshot<?>> fresh(Predicate<Object> isWanted) {
        List<Snapshot<?>> found = new ArrayList<>();
        long now = now();
        byList.forEach((list, requests) -> {
            if (isWanted.test(list)) {
                for (PageRequest page : requests) {
                    Entry entry = entries.get(new PageKey(list, page));
                    if (entry != null && use(entry, now) == Lifetime.Use.AS_IT_IS) {
                        found.add(entry.snapshot);
                    }
                }
            }
        });
        return found;
    }

    /** How often all was forgotten; what was asked for in an earlier generation is of no use in a later one. */
    int generation() {
        return generation;
    }

    /** Forgets everything. */
    synchronized void clear() {
        generation++;
        List.copyOf(entries.values()).forEach(this::remove);
        absent.clear();
    }

    /** Forgets what is too old for anything. */
    synchronized void clean() {
        long now = now();
        cleanedAt = now;
        entries.values().stream()
                .filter(entry -> use(entry, now) == Lifetime.Use.NONE)
                .toList()
                .forEach(this::remove);
    }

    synchronized long bytes() {
        return bytes;
    }
}
