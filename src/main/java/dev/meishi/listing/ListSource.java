package dev.meishi.listing;

import dev.meishi.connection.Direction;
import dev.meishi.connection.ListLimits;
import dev.meishi.pages.ListPages;
import org.jspecify.annotations.Nullable;

/**
 * The lists that an API can serve of one search.
 *
 * @param <T> kind of result
 */
public interface ListSource<T> extends ListLimits {

    /**
     * What tells the results apart and what they are sorted by.
     *
     * @return the same for every list
     */
    ItemKeys<T> keys();

    /**
     * Which way the search is sorted.
     *
     * @return forward if the list from its start ascends
     */
    Direction sorting();

    /**
     * The pages of the results.
     *
     * @param order forward for the search's own; backward for the opposite, ties turned round too
     * @param window only those in it, by the time that the search is sorted by, or else {@link #span()} is about; null
     *     for all
     * @return pages
     */
    ListPages<T> pages(Direction order, @Nullable Span window);

    /**
     * The span that the results are to lie in, if it is one that the API cannot search at once.
     *
     * @return null if there is none, or the API takes care of it
     */
    @Nullable
    Span span();

    /**
     * Whether a result says where it lies in time; if not, it is in the span where its neighbours are.
     *
     * @param result of the list
     * @return false for one without a readable time that the API sorts and searches by a time of its own
     */
    default boolean isPlaced(T result) {
        return true;
    }

    /**
     * Whether a result lies in the span.
     *
     * @param result of the list
     * @return true if there is no span
     */
    boolean isInSpan(T result);

    /**
     * Whether what the API finds is checked again, so that some of it may be passed over.
     *
     * @return false if {@link #isWanted} is true of everything
     */
    default boolean isSelective() {
        return false;
    }

    /**
     * Whether few of the results that the API finds may be wanted, for it does not know what is searched for.
     *
     * @return false if nearly all are; if true, {@link #isSelective} too
     */
    default boolean isSparse() {
        return false;
    }

    /**
     * Whether a result that the API has found is what was searched for.
     *
     * @param result of the list
     * @return false for one that is passed over
     */
    default boolean isWanted(T result) {
        return true;
    }

    /**
     * Whether the results are sorted by the very time that the span is about.
     *
     * @return true if there is no span
     */
    boolean isSortedBySpan();

    /**
     * The same search sorted by the time that its span is about, else by any time it can be sorted by, ascending.
     *
     * @return for counting
     */
    ListSource<T> byTime();

    /**
     * Longest window of time that the API searches at once.
     *
     * @return seconds between its ends
     */
    long longestWindow();
}
