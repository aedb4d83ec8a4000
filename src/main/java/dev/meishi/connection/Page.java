package dev.meishi.connection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one page request was answered with.
 *
 * @param <T> kind of result
 * @param items the results, in order; as many as were asked for unless the list ends here
 * @param hasNext whether results follow after this page
 * @param total how many results there are in all, null where the API does not tell
 */
public record Page<T>(
        List<T> items, boolean hasNext, @Nullable Integer total) {}
