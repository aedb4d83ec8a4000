package dev.meishi.contact;

import dev.meishi.ledger.CallEstimate;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.OptionalCalls;
import dev.meishi.ledger.Room;
import dev.meishi.listing.ListingPart;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a page of a list of which much is passed over: a certain number, but no more than the operation may make,
 * less a quarter for its other fields, nor than the quota has room for, less a quarter of a minute for other operations.
 */
final class FurtherCalls {

    /** So that a page takes no longer than somebody waits; they pass over 10,000 contacts. */
    private static final int MOST = 20;

    private final CallEstimate known;
    private final @Nullable OptionalCalls further;
    private final Ledger ledger;
    private int most = Integer.MAX_VALUE;
    private int before;

    private FurtherCalls(CallEstimate known, @Nullable OptionalCalls further, Ledger ledger) {
        this.known = known;
        this.further = further;
        this.ledger = ledger;
    }

    /**
     * To be said before the total is planned.
     *
     * @param part that is read; null if nothing is
     * @param known what it needs in any case
     */
    static FurtherCalls plan(@Nullable ListingPart<?> part, CallEstimate known, Ledger ledger) {
        CallEstimate further = part == null ? null : part.further(known.field());
        if (further == null) {
            return new FurtherCalls(known, null, ledger);
        }
        int allowed = ledger.budget().allowed();
        int most = Math.min(MOST, Math.min(further.calls(), allowed - allowed / 4));
        CallEstimate some = new CallEstimate(further.field(), most, further.how(), further.hint());
        return new FurtherCalls(known, ledger.admission().declareDivisible(some), ledger);
    }

    /**
     * Reading begins, as the operation is admitted.
     *
     * @param room of the quota, which is asked for only where it matters
     * @return most calls of it
     */
    int begin(Supplier<Room> room) {
        before = ledger.budget().spent();
        if (further != null) {
            most = Math.max(
                    known.calls(),
                    Math.min(known.calls() + further.admitted(), room.get().shared()));
        }
        return most;
    }

    /** How many of the further calls are not made. */
    int left() {
        return further == null
                ? 0
                : Math.max(
                        0, known.calls() + further.admitted() - (ledger.budget().spent() - before));
    }
}
