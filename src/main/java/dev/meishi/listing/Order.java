package dev.meishi.listing;

import org.jspecify.annotations.Nullable;

/**
 * How the results of a list are told apart and sorted.
 *
 * @param <T> kind of result
 */
public interface Order<T> {

    /**
     * What a result is known by.
     *
     * @param result of the list
     * @return never the same for two results of a list
     */
    String id(T result);

    /**
     * The time that the list is sorted by.
     *
     * @param result of the list
     * @return epoch seconds; null if the list is sorted by something else, or the result has no such time
     */
    @Nullable Long time(T result);

    /**
     * Whether the list is sorted by a time.
     *
     * @return false if {@link #time} is always null
     */
    boolean isByTime();
}
