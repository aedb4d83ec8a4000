package dev.meishi.access;

import dev.meishi.ledger.Claim;
import dev.meishi.ledger.Terms;
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
     * @param isFreshAsked whether the caller asks to bypass the cache; ignored if it may not
     * @return interactive terms
     */
    public Terms interactive(Duration deadline, boolean isFreshAsked) {
        boolean isFresh = isFreshAsked && callers.mayRefresh();
        return new Terms(Urgency.INTERACTIVE, deadline, callers.maxUpstreamCalls(), isFresh).of(claim);
    }
}
