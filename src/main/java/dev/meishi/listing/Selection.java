package dev.meishi.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a list that was asked for.
 *
 * @param <T> kind of result
 * @param results in the list's order
 * @param hasNext whether results follow after them
 * @param hasPrevious whether results lie before them
 * @param total how many results the whole list has, where reading it has told; else null
 */
public record Selection<T>(
        List<Placed<T>> results,
        boolean hasNext,
        boolean hasPrevious,
        @Nullable Integer total) {}
