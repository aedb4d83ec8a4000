package dev.meishi.connection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one request for a page.
 *
 * @param <T> kind of result
 * @param items the results, in order; as many as were asked for unless the list ends here
 * @param hasNext whether results follow after this page
 * @param total how many results there are in all, null where the API does not tell
 * @param next the API's cursor at which the next page begins; null at the end of the list, and of a numbered page
 */
public record Page<T>(
        List<T> items,
        boolean hasNext,
        @Nullable Integer total,
        @Nullable String next) {

    /**
     * A numbered page.
     *
     * @param items the results, in order
     * @param hasNext whether results follow after this page
     * @param total how many results there are in all, or null
     */
    public Page(List<T> items, boolean hasNext, @Nullable Integer total) {
        this(items, hasNext, total, null);
    }

    /**
     * A page of a list that is read on from by a cursor.
     *
     * @param <T> kind of result
     * @param items the results, in order
     * @param next at which the next page begins; null at the end of the list
     * @return the page
     */
    public static <T> Page<T> upTo(List<T> items, @Nullable String next) {
        return new Page<>(items, next != null, null, next);
    }
}
