package dev.meishi.listing;

import dev.meishi.connection.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * A place between two results of a page, from which a list is read on.
 *
 * @param <T> kind of result
 * @param page on which it is; null if it lies beyond the last rank that is served
 * @param before index of the result in front of it, -1 if there is none on the page
 * @param after index of the result behind it, the page's length if there is none on the page
 */
record Gap<T>(@Nullable Snapshot<T> page, int before, int after) {

    static <T> Gap<T> beyondCap() {
        return new Gap<>(null, -1, -1);
    }

    boolean isBeyondCap() {
        return page == null;
    }
}
