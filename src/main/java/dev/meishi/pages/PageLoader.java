package dev.meishi.pages;

import dev.meishi.connection.Page;
import dev.meishi.connection.PageRequest;
import dev.meishi.ledger.Ledger;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Where the pages of one list come from.
 *
 * @param <T> kind of result
 */
public interface PageLoader<T> {

    /**
     * Asks for a page; one call.
     *
     * @param page which
     * @param ledger on whose behalf
     * @return the page; fails with a {@link dev.meishi.failure.Failure}. Cancelling it aborts the call
     */
    Uni<Page<T>> load(PageRequest page, Ledger ledger);

    /**
     * Whether anybody will ask for the list's pages again.
     *
     * @return false if they are of use to those alone who wait for them
     */
    default boolean isCacheable() {
        return true;
    }

    /**
     * Whether callers choose freely what is requested, so that they can request what does not exist as often as they like.
     *
     * @return true where an empty page is remembered for a short time, among few others
     */
    default boolean isByFreeKey() {
        return false;
    }

    /**
     * Heap that the results of a page take, roughly.
     *
     * @param results all that are on the page
     * @return bytes
     */
    long weight(List<T> results);
}
