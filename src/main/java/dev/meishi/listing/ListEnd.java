package dev.meishi.listing;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What follows the last result that an API serves of a list.
 *
 * @param <T> kind of result
 * @param other the page that begins the same list in the opposite order; null where nothing follows for certain
 * @param following how many results of that page follow the last one served, all there are; -1 if they are more than it
 *     has, or that cannot be told
 */
record ListEnd<T>(@Nullable CursorPage<T> other, int following) {

    /** The end of a list that has no more. */
    static <T> ListEnd<T> certain() {
        return new ListEnd<>(null, 0);
    }

    /** The end of a list that cannot be read from its other end, and may have more. */
    static <T> ListEnd<T> unknown() {
        return new ListEnd<>(null, -1);
    }

    /**
     * By the page that begins the same list in the opposite order.
     *
     * @param last the last result served; null if it is unknown
     * @param isAscending whether the list, not that page, has earlier times first
     */
    static <T> ListEnd<T> of(CursorPage<T> other, @Nullable Last last, ItemKeys<T> keys, boolean isAscending) {
        return new ListEnd<>(other, following(other, last, keys, isAscending));
    }

    private static <T> int following(CursorPage<T> other, @Nullable Last last, ItemKeys<T> keys, boolean isAscending) {
        List<T> items = other.items();
        if (items.isEmpty()) {
            return 0;
        }
        if (last == null) {
            return -1;
        }
        int index = new Match<>(keys, last.fingerprint(), 0).anywhere(items);
        return index >= 0 || last.time() == null ? index : byTime(other, last.time(), keys, isAscending);
    }

    /** The last result served has moved or is gone meanwhile: it stood before the first one of an earlier time. */
    private static <T> int byTime(CursorPage<T> other, Long last, ItemKeys<T> keys, boolean isAscending) {
        List<T> items = other.items();
        for (int i = 0; i < items.size(); i++) {
            Long time = keys.time(items.get(i));
            if (Objects.equals(time, last)) {
                return -1; // Those of the same time may come before it or after it.
            }
            if (time != null && (isAscending ? time < last : time > last)) {
                return i;
            }
        }
        return other.next() == null ? items.size() : -1;
    }

    /** Whether that is all, or the list goes on. */
    StopReason reason() {
        return following < 0 ? StopReason.CAP : StopReason.END;
    }

    /**
     * The last result that is served.
     *
     * @param fingerprint of it
     * @param time of it; null in a list that is not sorted by time
     */
    record Last(long fingerprint, @Nullable Long time) {}
}
