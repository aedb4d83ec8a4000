package dev.meishi.access;

import dev.meishi.ledger.Claim;
import dev.meishi.ledger.OperationTerms;
import dev.meishi.ledger.Urgency;
import java.time.Duration;

/**
 * Who is calling, as far as that is known.
 *
 * @param callers the class
 * @param claim the share of the quota from which its calls are taken
 */
public record Caller(CallerClass callers, Claim claim) {

    /**
     * The terms of an operation for whose answer the caller waits.
     *
     * @param deadline how long it may take, from now
     * @param bypassesCache whether the caller asks to bypass the cache; ignored if it may not
     * @return interactive terms
     */
    public OperationTerms interactive(Duration deadline, boolean bypassesCache) {
        boolean isFresh = bypassesCache && callers.mayRefresh();
        return new OperationTerms(Urgency.INTERACTIVE, deadline, callers.maxUpstreamCalls(), isFresh).of(claim);
    }
}
