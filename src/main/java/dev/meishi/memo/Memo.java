package dev.meishi.memo;

import org.jspecify.annotations.Nullable;

/**
 * What was worked out of an object, by who did it. No part of what the object is: all of them are equal. Holds the last
 * few and may forget any of them. Safe for use by several threads, of which one's work may be lost.
 */
public final class Memo {

    /** Who did it: four operations that are asked for by turns, and another field. */
    private static final int MOST = 5;

    private volatile @Nullable Entry newest;

    private record Entry(Object key, Object value, @Nullable Entry before) {}

    /**
     * What somebody worked out.
     *
     * @param key who; told from others by what it is, not by what it is equal to
     * @return null if nothing, or nothing any more
     */
    public @Nullable Object get(Object key) {
        Entry entry = newest;
        while (entry != null && !isSame(entry.key, key)) {
            entry = entry.before;
        }
        return entry == null ? null : entry.value;
    }

    /**
     * Keeps what somebody worked out, in place of what that was before.
     *
     * @param key who
     * @param value what
     */
    public void put(Object key, Object value) {
        newest = new Entry(key, value, without(newest, key, MOST - 1));
    }

    /**
     * Forgets what somebody worked out.
     *
     * @param key who
     */
    public void remove(Object key) {
        newest = without(newest, key, MOST);
    }

    private static @Nullable Entry without(@Nullable Entry entry, Object key, int most) {
        if (entry == null || most == 0) {
            return null;
        }
        return isSame(entry.key, key)
                ? without(entry.before, key, most)
                : new Entry(entry.key, entry.value, without(entry.before, key, most - 1));
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Object one, Object other) {
        return one == other;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Memo;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return "";
    }
}
