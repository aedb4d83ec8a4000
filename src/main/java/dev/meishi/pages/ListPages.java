package dev.meishi.pages;

import dev.meishi.connection.PageRequest;
import dev.meishi.connection.Snapshot;
import dev.meishi.ledger.Ledger;
import dev.meishi.loop.Loop;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * The pages of one list.
 *
 * @param <T> kind of result
 */
public interface ListPages<T> {

    /**
     * Whether a page that is fetched now is cached.
     *
     * @param ledger on whose behalf
     * @return false if it is of use to this operation alone
     */
    boolean isCaching(Ledger ledger);

    /**
     * The cached pages around some ranks that can be served without a call.
     *
     * @param from first rank of interest
     * @param to the rank after the last one of interest
     * @param ledger whose operation may want none of it
     * @return pages that have, or had room for, any of these ranks; in no order
     */
    List<Snapshot<T>> cached(int from, int to, Ledger ledger);

    /**
     * All pages that can be served without a call.
     *
     * @param ledger whose operation may want none of it
     * @return in no order
     */
    default List<Snapshot<T>> cached(Ledger ledger) {
        return cached(0, Integer.MAX_VALUE, ledger);
    }

    /**
     * A page: from the cache, else by the call of another operation that is under way, else by a call.
     *
     * @param page which
     * @param ledger on whose behalf
     * @return the page; fails with a {@link dev.meishi.failure.Failure}
     */
    Uni<Snapshot<T>> get(PageRequest page, Ledger ledger);

    /**
     * The same for a caller that looks into each result, and may go on to many pages: what else the event loop has to do
     * comes in between.
     *
     * @param page which
     * @param ledger on whose behalf
     * @return as {@link #get}
     */
    default Uni<Snapshot<T>> getInTurn(PageRequest page, Ledger ledger) {
        return Loop.<Snapshot<T>>inTurn().apply(get(page, ledger));
    }

    /**
     * A page by a call, whatever is cached of it.
     *
     * @param page which
     * @param ledger on whose behalf
     * @return the page; fails with a {@link dev.meishi.failure.Failure}
     */
    Uni<Snapshot<T>> fetchFresh(PageRequest page, Ledger ledger);
}
