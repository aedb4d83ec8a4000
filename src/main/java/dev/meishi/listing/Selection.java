package dev.meishi.listing;

import dev.meishi.connection.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The requested part of a list.
 *
 * @param <T> kind of result
 * @param results in the list's order
 * @param hasNext whether results follow after them
 * @param hasPrevious whether results lie before them
 * @param total how many results the whole list has, where reading it has told; else null
 * @param startsAt where reading backward has ended before the page was full: the last result looked at, wanted or not;
 *     else null
 * @param endsAt the same of reading forward
 */
public record Selection<T>(
        List<Positioned<T>> results,
        boolean hasNext,
        boolean hasPrevious,
        @Nullable Integer total,
        @Nullable Positioned<T> startsAt,
        @Nullable Positioned<T> endsAt) {

    /** A page that was read to its end. */
    public Selection(List<Positioned<T>> results, boolean hasNext, boolean hasPrevious, @Nullable Integer total) {
        this(results, hasNext, hasPrevious, total, null, null);
    }

    /**
     * The page without results that was asked for at the place of this one.
     *
     * @param wanted without results
     * @return empty; whether results follow, or lie before, is told by those of this one
     */
    Selection<T> emptied(Slice wanted) {
        boolean isAny = !results.isEmpty();
        boolean isBackward = !wanted.direction().isForward();
        return new Selection<>(
                List.of(),
                isBackward ? hasNext : hasNext || isAny,
                isBackward ? hasPrevious || isAny : hasPrevious || (isAny && wanted.last() != null),
                total,
                startsAt,
                endsAt);
    }
}
