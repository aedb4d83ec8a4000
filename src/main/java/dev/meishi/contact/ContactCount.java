package dev.meishi.contact;

import dev.meishi.connection.Total;
import io.smallrye.mutiny.Uni;

/**
 * How many contacts a list has: found out when it is asked for, once for all fields that ask.
 *
 * @param total to be subscribed to
 */
record ContactCount(Uni<Total> total) {

    /** Whatever it takes to find out is done at most once. */
    static ContactCount of(Uni<Total> search) {
        return new ContactCount(search.memoize().indefinitely());
    }
}
