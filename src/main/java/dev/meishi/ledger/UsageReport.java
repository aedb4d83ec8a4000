package dev.meishi.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sources of one operation's answer: pages, their age, and time spent waiting. Safe for use by several threads. */
public final class UsageReport {

    /** Most pages that are remembered of one operation; the counts go on. */
    private static final int MOST_REMEMBERED = 100;

    private final List<PageUse> pages = new ArrayList<>();
    private int cached;
    private int shared;
    private Duration waited = Duration.ZERO;
    private Duration oldest = Duration.ZERO;
    private boolean isStale;
    private boolean areObjectsCached;

    UsageReport() {}

    /**
     * The age of an answer that has something from a cache.
     *
     * @param age of its oldest part
     * @param isStale whether a part is older than it should be
     */
    public record Age(Duration age, boolean isStale) {}

    /**
     * What was used, as of one moment.
     *
     * @param cached pages served from a cache
     * @param shared pages got by calls of others
     * @param waited for the quota, over all calls
     * @param pages the first hundred used
     */
    record Use(int cached, int shared, Duration waited, List<PageUse> pages) {}

    /**
     * Adds time spent waiting for the quota.
     *
     * @param wait of one call
     */
    public synchronized void waited(Duration wait) {
        waited = waited.plus(wait);
    }

    /**
     * Adds a page whose results are in the answer.
     *
     * @param page which, and where it came from
     */
    public synchronized void used(PageUse page) {
        note(page);
        areObjectsCached |= page.from() != PageSource.CALL && page.from() != PageSource.SHARED;
    }

    /**
     * Adds a list that something was looked up in, such as names; nothing of it is in the answer as an object of its own.
     *
     * @param list which, and where it came from
     */
    public synchronized void lookedUp(PageUse list) {
        note(list);
    }

    /**
     * Whether objects of the answer come from a cache, so that they are in answers to others too.
     *
     * @return false if all of them are new
     */
    public synchronized boolean areObjectsCached() {
        return areObjectsCached;
    }

    /**
     * How old the answer is.
     *
     * @return empty if nothing of it comes from a cache
     */
    public synchronized Optional<Age> age() {
        return cached == 0 ? Optional.empty() : Optional.of(new Age(oldest, isStale));
    }

    synchronized Use use() {
        return new Use(cached, shared, waited, List.copyOf(pages));
    }

    private void note(PageUse page) {
        if (pages.size() < MOST_REMEMBERED) {
            pages.add(page);
        }
        switch (page.from()) {
            case CALL -> {}
            case SHARED -> shared++;
            case FRESH, STALE, STALE_IF_ERROR -> {
                cached++;
                oldest = oldest.compareTo(page.age()) < 0 ? page.age() : oldest;
                isStale |= page.from() != PageSource.FRESH;
            }
        }
    }
}
