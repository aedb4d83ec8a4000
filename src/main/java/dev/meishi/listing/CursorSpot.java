package dev.meishi.listing;

import org.jspecify.annotations.Nullable;

/**
 * The place from which a list is read on, or the reason why it is not.
 *
 * @param <T> kind of result
 * @param page to read on; null if there is nothing to read
 * @param index of the next result on that page, in the order of the list
 * @param reason why there is nothing to read
 */
record CursorSpot<T>(@Nullable CursorPage<T> page, int index, StopReason reason) {

    /** How many results of the page come before the one that is read on from. */
    int before() {
        return Math.max(0, index - 1);
    }

    /** How many results of the page are still to be read. */
    int after() {
        return page == null ? 0 : page.items().size() - index;
    }

    static <T> CursorSpot<T> at(CursorPage<T> page, int index) {
        return new CursorSpot<>(page, index, StopReason.DONE);
    }

    static <T> CursorSpot<T> none(StopReason reason) {
        return new CursorSpot<>(null, 0, reason);
    }
}
