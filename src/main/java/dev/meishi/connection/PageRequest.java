package dev.meishi.connection;

import org.jspecify.annotations.Nullable;

/**
 * One page: page {@code n} of size {@code s} holds the ranks {@code (n-1)*s} to {@code n*s - 1} of a list, or is the only
 * one that begins at a cursor of the API.
 *
 * @param cursor at which the page begins; null for one that is counted from the start of the list
 * @param number 1-based; 1 for a page that begins at a cursor
 * @param size how many results a full page has
 */
public record PageRequest(@Nullable String cursor, int number, int size) {

    /** This many contacts take a millisecond to read, and another one to write into an answer. */
    static final int LARGE = 200;

    /**
     * A page counted from the start of the list.
     *
     * @param number 1-based
     * @param size how many results a full page has
     */
    public PageRequest(int number, int size) {
        this(null, number, size);
    }

    /**
     * The page that begins at a cursor.
     *
     * @param cursor of the API; null for the start of the list
     * @param size how many results a full page has
     * @return the page
     */
    public static PageRequest at(@Nullable String cursor, int size) {
        return new PageRequest(cursor, 1, size);
    }

    /**
     * Where it lies, as callers see it: opaque to them, and nothing that LINE WORKS could be asked with.
     *
     * @return the rank of its first result, or a hash of its cursor
     */
    public Object position() {
        return cursor == null ? (Object) (int) offset() : Long.toHexString(Anchor.hash(cursor));
    }

    /**
     * The rank of the first result on this page.
     *
     * @return 0-based
     */
    public long offset() {
        return (number - 1L) * size;
    }

    /**
     * The rank after the last result on this page, if it is full.
     *
     * @return exclusive end
     */
    public long end() {
        return (long) number * size;
    }

    /**
     * Whether a full page of this kind has a rank.
     *
     * @param rank 0-based
     * @return true from {@link #offset()} on and before {@link #end()}
     */
    public boolean holds(long rank) {
        return offset() <= rank && rank < end();
    }

    /**
     * Whether to read or to write a full page of this size takes so long that others should be served in between.
     *
     * @return true of 200 results or more
     */
    public boolean isLarge() {
        return size >= LARGE;
    }
}
