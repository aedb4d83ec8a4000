package dev.meishi.attachments;

import org.jspecify.annotations.Nullable;

/**
 * Values derived from an object, by deriver. They are no part of the object: all attachments are equal. There are at most
 * five, and any of them may be removed at any time. Safe for use by several threads; of two values put at the same time one
 * may be lost.
 */
public final class Attachments {

    /** For four operations that are sent by turns, and another field. */
    private static final int MOST = 5;

    private volatile @Nullable Entry newest;

    private record Entry(Object key, Object value, @Nullable Entry before) {}

    /**
     * A derived value.
     *
     * @param key its deriver, compared by identity
     * @return null if there is none
     */
    public @Nullable Object get(Object key) {
        Entry entry = newest;
        while (entry != null && !isSame(entry.key, key)) {
            entry = entry.before;
        }
        return entry == null ? null : entry.value;
    }

    /**
     * Adds a derived value, or replaces the one of the same deriver.
     *
     * @param key its deriver
     * @param value derived from the object
     */
    public void put(Object key, Object value) {
        newest = new Entry(key, value, without(newest, key, MOST - 1));
    }

    /**
     * Removes a derived value.
     *
     * @param key its deriver
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
        return other instanceof Attachments;
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
