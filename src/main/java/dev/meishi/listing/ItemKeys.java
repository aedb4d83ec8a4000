package dev.meishi.listing;

import org.jspecify.annotations.Nullable;

/**
 * The keys by which the results of a list are identified and sorted.
 *
 * @param <T> kind of result
 */
public interface ItemKeys<T> {

    /**
     * What a result is known by as long as it keeps its place among the others: its id and what it is sorted by.
     *
     * @param result of the list
     * @return a hash, see {@link dev.meishi.connection.Anchor#fingerprint}
     */
    long fingerprint(T result);

    /**
     * The time that the list is sorted by.
     *
     * @param result of the list
     * @return epoch seconds; null if the list is sorted by something else, or the result has no such time
     */
    @Nullable
    Long time(T result);

    /**
     * Whether the list is sorted by a time.
     *
     * @return false if {@link #time} is always null
     */
    boolean isByTime();

    /**
     * Whether a result has a time that the list is sorted by; cheaper than to ask for it.
     *
     * @param result of the list
     * @return false if {@link #time} is null
     */
    default boolean hasTime(T result) {
        return time(result) != null;
    }
}
