package dev.meishi.contact;

import dev.meishi.connection.Total;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/**
 * The number of contacts of a list, counted when the first field selects it, once for all fields.
 *
 * @param total to be subscribed to
 */
record ContactCount(Uni<Total> total) {

    /** Whatever it takes to find out is done at most once. */
    static ContactCount of(Supplier<Uni<Total>> search) {
        return new ContactCount(Uni.createFrom().deferred(search::get).memoize().indefinitely());
    }
}
