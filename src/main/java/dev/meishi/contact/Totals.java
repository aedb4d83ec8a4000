package dev.meishi.contact;

import dev.meishi.connection.Total;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.CallEstimate;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.OptionalCalls;
import dev.meishi.ledger.Room;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.listing.Listing;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Admits the search for the total of a list, or refuses it: it has a price of its own, and its refusal does not refuse the
 * page. A total that is counted page by page is not refused, but told as far as the calls go.
 */
@Singleton
class Totals {

    private final LineWorks lineWorks;
    private final TotalsConfig config;

    Totals(LineWorks lineWorks, TotalsConfig config) {
        this.lineWorks = lineWorks;
        this.config = config;
    }

    /** To be said before the page is planned, if its total is wanted; null if it is too dear whatever is allowed. */
    @Nullable
    OptionalCalls plan(String field, Listing<Contact> listing, Ledger ledger) {
        CallEstimate plan = listing.totalPlan(field + ".totalCount");
        if (listing.hasTotalInPart()) {
            int most = Math.min(plan.calls(), config.maxCalls());
            return ledger.admission().declareDivisible(new CallEstimate(plan.field(), most, plan.how(), plan.hint()));
        }
        return plan.calls() > config.maxCalls() ? null : ledger.admission().declareOptional(plan);
    }

    /**
     * How many contacts the list has.
     *
     * @param known what reading the page has told; null if it has not
     * @param extra as planned
     * @param left calls that the page was admitted to beside those, and has not made
     * @return fails with {@code LIMIT_EXCEEDED} or {@code UPSTREAM_RATE_LIMITED} if it may not be found out
     */
    Uni<Total> of(
            @Nullable Integer known,
            @Nullable OptionalCalls extra,
            int left,
            Listing<Contact> listing,
            String domainId,
            Ledger ledger) {
        if (known != null) {
            return Uni.createFrom().item(new Total(known, true));
        }
        int calls = listing.totalPlan("").calls();
        if (calls == 0) {
            return listing.total();
        }
        if (listing.hasTotalInPart()) {
            int allowed = extra == null ? 0 : Math.min(calls, Math.min(config.maxCalls(), extra.admitted() + left));
            return listing.total(Math.min(allowed, free(lineWorks.roomForPages(domainId, ledger))));
        }
        Failure refusal = calls > config.maxCalls()
                ? exceeded(calls, config.maxCalls(), "meishi.totals.max-calls")
                : extra != null && !extra.isAdmitted()
                        ? exceeded(calls, ledger.budget().allowed(), "the calls of the operation, its pages included")
                        : noRoom(calls, lineWorks.roomForPages(domainId, ledger));
        return refusal == null ? listing.total() : Uni.createFrom().failure(refusal);
    }

    private static Failure exceeded(int calls, int allowed, String setting) {
        return new Failure(
                ErrorCode.LIMIT_EXCEEDED,
                "The total needs up to " + calls + " calls to LINE WORKS, but " + allowed + " are allowed (" + setting
                        + "). Leave out totalCount, or narrow the filter.");
    }

    /** Half of a minute's calls are left to pages. */
    private static @Nullable Failure noRoom(int calls, Room room) {
        int free = free(room);
        return calls <= free || calls > room.inAMinute() / 2
                ? null
                : new Failure(
                        ErrorCode.UPSTREAM_RATE_LIMITED,
                        "The total needs up to " + calls + " calls to LINE WORKS, but the quota has room for " + free
                                + " besides the calls reserved for pages. Request totalCount again later.",
                        null,
                        seconds(room.untilAll()),
                        null);
    }

    private static int free(Room room) {
        return Math.max(0, room.now() - room.inAMinute() / 2);
    }

    /** Whole seconds, rounded up. */
    static Duration seconds(Duration wait) {
        return Duration.ofSeconds(Math.max(1, wait.plusMillis(999).toSeconds()));
    }
}
