package dev.meishi.connection;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The results found in a window.
 *
 * @param <T> kind of result
 * @param offset rank of the first item
 * @param items the results, fewer than wanted only where the list ends
 * @param hasNext whether results follow
 * @param total how many results there are in all, null where the API did not tell
 */
public record Slice<T>(
        int offset,
        List<T> items,
        boolean hasNext,
        @Nullable Integer total) {

    /**
     * Carries out a plan: one page after the other, stopping at the one that ends the list.
     *
     * @param <T> kind of result
     * @param window what is wanted
     * @param plan how to get it
     * @param fetch asks for one page
     * @return the results of the window; fails as {@code fetch} fails
     */
    public static <T> Uni<Slice<T>> of(Window window, RangePlan plan, Function<PageRequest, Uni<Page<T>>> fetch) {
        return read(plan.pages(), new ArrayList<>(), fetch).map(read -> {
            List<T> found = read.items();
            int from = Math.min(plan.skip(), found.size());
            int to = Math.min(from + window.count(), found.size());
            return new Slice<>(
                    window.offset(),
                    List.copyOf(found.subList(from, to)),
                    to < found.size() || read.hasNext(),
                    read.total());
        });
    }

    private static <T> Uni<Page<T>> read(
            List<PageRequest> pages, List<T> before, Function<PageRequest, Uni<Page<T>>> fetch) {
        return fetch.apply(pages.get(0)).flatMap(page -> {
            before.addAll(page.items());
            if (pages.size() == 1 || !page.hasNext()) {
                return Uni.createFrom().item(new Page<>(before, page.hasNext(), page.total()));
            }
            return read(pages.subList(1, pages.size()), before, fetch);
        });
    }
}
