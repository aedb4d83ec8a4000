package dev.meishi.access;

import dev.meishi.ledger.Claim;
import dev.meishi.ledger.Terms;
import dev.meishi.ledger.Urgency;
import java.time.Duration;

/**
 * Who is calling, as far as that is known.
 *
 * @param callers the class
 * @param claim whose share of the quota its calls are taken from
 */
public record Caller(CallerClass callers, Claim claim) {

    /**
     * The terms of an operation whose answer the caller waits for.
     *
     * @param deadline how long it may take, from now
     * @param isFreshAsked whether the caller wants nothing from the cache; ignored if its class may not
     * @return interactive terms
     */
    public Terms interactive(Duration deadline, boolean isFreshAsked) {
        boolean isFresh = isFreshAsked && callers.mayRefresh();
        return new Terms(Urgency.INTERACTIVE, deadline, callers.maxUpstreamCalls(), isFresh).of(claim);
    }
}
