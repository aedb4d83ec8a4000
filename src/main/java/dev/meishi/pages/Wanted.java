package dev.meishi.pages;

import dev.meishi.ledger.Ledger;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of a list that things are looked up in.
 *
 * @param <L> kind of list
 */
public interface Wanted<L> {

    /**
     * Makes the calls for a new list.
     *
     * @param ledger of the operation, or of the list where it has calls of its own
     */
    Uni<L> fetch(Ledger ledger);

    /**
     * Whether a fresh list has what is wanted.
     *
     * @param list that is cached
     * @param age since its first call went out
     */
    default boolean isIn(L list, Duration age) {
        return true;
    }

    /**
     * What is cached of a new list.
     *
     * @param fetched just now
     * @param before a fresh one in whose place it is; null for none
     */
    default L cached(L fetched, @Nullable L before) {
        return fetched;
    }
}
