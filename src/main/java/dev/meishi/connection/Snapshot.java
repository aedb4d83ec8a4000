package dev.meishi.connection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page as it was at one moment.
 *
 * @param <T> kind of result
 * @param page which page
 * @param items its results, in order; fewer than the page's size only where the list ends
 * @param hasNext whether results followed after it
 * @param total how many results there were in all, null where the API does not tell
 * @param next the API's cursor at which the next page begins, see {@link Page#next}
 * @param takenAt {@link System#nanoTime()} when its call went out, so that it is no older than it seems
 */
public record Snapshot<T>(
        PageRequest page,
        List<T> items,
        boolean hasNext,
        @Nullable Integer total,
        @Nullable String next,
        long takenAt) {

    /**
     * A page as it was answered.
     *
     * @param request which page
     * @param page what it was answered with
     * @param takenAt when its call went out
     */
    public Snapshot(PageRequest request, Page<T> page, long takenAt) {
        this(request, page.items(), page.hasNext(), page.total(), page.next(), takenAt);
    }

    /**
     * A numbered page.
     *
     * @param page which page
     * @param items its results
     * @param hasNext whether results followed after it
     * @param total how many results there were in all, or null
     * @param takenAt when its call went out
     */
    public Snapshot(PageRequest page, List<T> items, boolean hasNext, @Nullable Integer total, long takenAt) {
        this(page, items, hasNext, total, null, takenAt);
    }

    /**
     * Rank of the first result, if there is one.
     *
     * @return 0-based
     */
    public int start() {
        return Math.toIntExact(page.offset());
    }

    /**
     * The rank after its last result.
     *
     * @return the start of an empty page
     */
    public int end() {
        return start() + items.size();
    }

    /**
     * Whether to write its results takes so long that others should be served in between.
     *
     * @return true of 200 results or more
     */
    public boolean isLarge() {
        return items.size() >= PageRequest.LARGE;
    }
}
