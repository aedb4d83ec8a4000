package dev.meishi.pages;

import org.jspecify.annotations.Nullable;

/**
 * Entries in the order of their last use, as a linked list through the entries themselves: adding, removing and moving
 * one takes the same short time however many there are, and no memory of its own. Not safe for use by several threads.
 */
final class UseOrder {

    private @Nullable CacheEntry first;
    private @Nullable CacheEntry last;

    /** The entry that was used least recently; null if there is none. */
    @Nullable
    CacheEntry leastRecent() {
        return first;
    }

    /** Adds an entry, as the one used most recently. */
    void add(CacheEntry entry) {
        entry.before = last;
        entry.after = null;
        if (last == null) {
            first = entry;
        } else {
            last.after = entry;
        }
        last = entry;
    }

    /** Makes an entry the one used most recently; nothing happens to one that has been removed. */
    void used(CacheEntry entry) {
        if (entry != last && contains(entry)) {
            remove(entry);
            add(entry);
        }
    }

    /** Removes an entry, if it is there. */
    void remove(CacheEntry entry) {
        if (!contains(entry)) {
            return;
        }
        if (entry.before == null) {
            first = entry.after;
        } else {
            entry.before.after = entry.after;
        }
        if (entry.after == null) {
            last = entry.before;
        } else {
            entry.after.before = entry.before;
        }
        entry.before = null;
        entry.after = null;
    }

    private boolean contains(CacheEntry entry) {
        return entry == first || entry.before != null;
    }
}
