package dev.meishi.pages;

import dev.meishi.connection.PageRequest;
import dev.meishi.connection.Snapshot;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
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

    /** How full it is left when room is made, so that it is not made for every page. */
    private static final double FULL_AGAIN = 0.95;

    /** How often what is too old for anything is looked for. */
    private static final long CLEANING_NANOS = Duration.ofMinutes(1).toNanos();

    private final Map<PageKey, Entry> entries = new ConcurrentHashMap<>();
    private final Map<Object, List<PageRequest>> byList = new ConcurrentHashMap<>();
    private final long maxBytes;
    private final long freshNanos;
    private final long servedNanos;
    private final long errorNanos;
    private final LongSupplier nanoTime;
    private volatile int generation;
    private long bytes;
    private long cleanedAt;

    /** What a page's age allows. */
    enum Use {
        AS_IT_IS,
        WHILE_A_NEW_ONE_IS_ASKED_FOR,
        IF_THERE_IS_NO_NEW_ONE,
        NONE
    }

    private static final class Entry {
        private final PageKey key;
        private final Snapshot<?> snapshot;
        private final long bytes;
        private volatile long usedAt;

        Entry(PageKey key, Snapshot<?> snapshot, long bytes) {
            this.key = key;
            this.snapshot = snapshot;
            this.bytes = bytes;
            this.usedAt = snapshot.takenAt();
        }
    }

    @Inject
    PageCache(PagesConfig config) {
        this(config, System::nanoTime);
    }

    PageCache(PagesConfig config, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        cleanedAt = nanoTime.getAsLong();
        maxBytes = config.memory().asLongValue();
        freshNanos = config.fresh().toNanos();
        servedNanos = freshNanos + config.staleWhileRevalidate().toNanos();
        errorNanos = Math.max(servedNanos, config.staleIfError().toNanos());
    }

    boolean isKeeping() {
        return errorNanos > 0;
    }

    /** Keeps a page, if there can be room for it. */
    synchronized void put(PageKey key, Snapshot<?> snapshot, long resultBytes) {
        long needed = resultBytes + ENTRY_BYTES;
        if (!isKeeping() || needed > maxBytes) {
            return;
        }
        if (nanoTime.getAsLong() - cleanedAt > CLEANING_NANOS) {
            clean();
        }
        remove(entries.get(key));
        if (bytes + needed > maxBytes) {
            makeRoom(needed);
        }
        entries.put(key, new Entry(key, snapshot, needed));
        bytes += needed;
        byList.merge(key.list(), List.of(key.page()), PageCache::joined);
    }

    /** When a page was last used, which changes while others sort by it. */
    private record LastUse(Entry entry, long at) {}

    private void makeRoom(long needed) {
        List<LastUse> longestUnused = new ArrayList<>(entries.size());
        entries.values().forEach(entry -> longestUnused.add(new LastUse(entry, entry.usedAt)));
        longestUnused.sort(Comparator.comparingLong(LastUse::at));
        for (LastUse use : longestUnused) {
            Entry entry = use.entry();
            if (bytes + needed <= maxBytes * FULL_AGAIN && use(entry.snapshot) != Use.NONE) {
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

    /** A kept page that may still be of some use. */
    @Nullable
    Snapshot<?> get(PageKey key) {
        Entry entry = entries.get(key);
        if (entry == null || use(entry.snapshot) == Use.NONE) {
            return null;
        }
        entry.usedAt = nanoTime.getAsLong();
        return entry.snapshot;
    }

    /** Which pages of a list are kept. */
    List<PageRequest> pages(Object list) {
        return byList.getOrDefault(list, List.of());
    }

    long ageNanos(Snapshot<?> snapshot) {
        return Math.max(0, nanoTime.getAsLong() - snapshot.takenAt());
    }

    long now() {
        return nanoTime.getAsLong();
    }

    Use use(Snapshot<?> snapshot) {
        long age = ageNanos(snapshot);
        if (age < freshNanos) {
            return Use.AS_IT_IS;
        }
        if (age < servedNanos) {
            return Use.WHILE_A_NEW_ONE_IS_ASKED_FOR;
        }
        return age < errorNanos ? Use.IF_THERE_IS_NO_NEW_ONE : Use.NONE;
    }

    /** How often all was forgotten; what was asked for in an earlier generation is of no use in a later one. */
    int generation() {
        return generation;
    }

    /** Forgets everything. */
    synchronized void clear() {
        generation++;
        entries.values().forEach(this::remove);
    }

    /** Forgets what is too old for anything. */
    synchronized void clean() {
        cleanedAt = nanoTime.getAsLong();
        entries.values().stream()
                .filter(entry -> use(entry.snapshot) == Use.NONE)
                .toList()
                .forEach(this::remove);
    }

    synchronized long bytes() {
        return bytes;
    }
}
