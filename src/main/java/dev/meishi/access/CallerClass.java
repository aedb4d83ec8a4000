package dev.meishi.access;

import dev.meishi.ledger.Terms;
import dev.meishi.ledger.Urgency;
import java.time.Duration;

/**
 * What callers of one kind may do.
 *
 * @param name by which it is configured
 * @param maxUpstreamCalls most calls to LINE WORKS that one operation may need
 * @param mayRefresh whether it may have answers asked for anew in place of what is kept
 * @param mayExport whether it may export lists
 */
public record CallerClass(String name, int maxUpstreamCalls, boolean mayRefresh, boolean mayExport) {

    /**
     * The terms of an operation whose answer the caller waits for.
     *
     * @param deadline how long it may take, from now
     * @param isFreshAsked whether the caller asks for nothing that is kept; passed over if it may not
     * @return interactive terms
     */
    public Terms interactive(Duration deadline, boolean isFreshAsked) {
        return new Terms(Urgency.INTERACTIVE, deadline, maxUpstreamCalls, isFreshAsked && mayRefresh);
    }
}
