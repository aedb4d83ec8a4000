package dev.meishi.pages;

import dev.meishi.connection.PageRequest;
import dev.meishi.connection.Snapshot;
import dev.meishi.ledger.Ledger;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * The pages of one list, at hand or to be asked for.
 *
 * @param <T> kind of result
 */
public interface ListPages<T> {

    /**
     * Whether a page that is asked for now may be of use to somebody later.
     *
     * @param ledger on whose behalf
     * @return false if it is not going to be kept
     */
    boolean isCaching(Ledger ledger);

    /**
     * What can be served without a call.
     *
     * @param from first rank of interest
     * @param to the rank after the last one of interest
     * @param ledger whose operation may want none of it
     * @return pages that have, or had room for, any of these ranks; in no order
     */
    List<Snapshot<T>> cached(int from, int to, Ledger ledger);

    /**
     * A page: as it is kept, else as others are about to get it, else by a call.
     *
     * @param page which
     * @param ledger on whose behalf
     * @return the page; fails with a {@link dev.meishi.failure.Failure}
     */
    Uni<Snapshot<T>> get(PageRequest page, Ledger ledger);

    /**
     * A page asked for anew, whatever is kept of it.
     *
     * @param page which
     * @param ledger on whose behalf
     * @return the page; fails with a {@link dev.meishi.failure.Failure}
     */
    Uni<Snapshot<T>> fetchFresh(PageRequest page, Ledger ledger);
}
