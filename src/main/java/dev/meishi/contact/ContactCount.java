package dev.meishi.contact;

import dev.meishi.connection.Total;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/**
 * How many contacts a list has: found out when it is asked for, once for all fields that ask.
 *
 * @param total to be subscribed to
 */
record ContactCount(Uni<Total> total) {

    /** Whatever it takes to find out is done at most once. */
    static ContactCount of(Supplier<Uni<Total>> search) {
        return new ContactCount(Uni.createFrom().deferred(search::get).memoize().indefinitely());
    }
}
