package dev.meishi.listing;

import dev.meishi.ledger.Ledger;
import dev.meishi.connection.Snapshot;
import io.smallrye.mutiny.Uni;
import java.util.List;

final class BorderSearch<T> {
    BorderSearch(DirectedList<T> list, long time, Ledger ledger) {}
    Uni<Place<T>> find(List<Snapshot<T>> known) { throw new UnsupportedOperationException(); }
    int worstCase() { return 8; }
}
