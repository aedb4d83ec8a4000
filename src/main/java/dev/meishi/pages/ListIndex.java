package dev.meishi.pages;

import dev.meishi.connection.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which pages of which list are cached. Safe for use by several threads. */
final class ListIndex {

    private final Map<Object, List<PageRequest>> byList = new ConcurrentHashMap<>();

    /** Adds a page that is not there. */
    void add(PageKey key) {
        byList.merge(key.list(), List.of(key.page()), ListIndex::joined);
    }

    /** Removes a page, if it is there. */
    void remove(PageKey key) {
        byList.computeIfPresent(key.list(), (list, pages) -> without(pages, key.page()));
    }

    /** The pages of a list, in no order. */
    List<PageRequest> pages(Object list) {
        return byList.getOrDefault(list, List.of());
    }

    /** Visits each list that has pages. */
    void forEach(BiConsumer<Object, List<PageRequest>> visitor) {
        byList.forEach(visitor);
    }

    private static List<PageRequest> joined(List<PageRequest> pages, List<PageRequest> more) {
        return Stream.concat(pages.stream(), more.stream()).toList();
    }

    private static @Nullable List<PageRequest> without(List<PageRequest> pages, PageRequest page) {
        List<PageRequest> left =
                pages.stream().filter(cached -> !cached.equals(page)).toList();
        return left.isEmpty() ? null : left;
    }
}
