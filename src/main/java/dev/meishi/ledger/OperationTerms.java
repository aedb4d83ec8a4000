package dev.meishi.ledger;

import java.time.Duration;

/**
 * The terms of one operation: who waits for it, how long it may take, and which calls and caches it may use.
 *
 * @param urgency who is waiting
 * @param deadline how long the whole operation may take, from now
 * @param callsAllowed maximum number of calls to LINE WORKS
 * @param bypassesCache whether it reads pages from LINE WORKS even if they are cached
 * @param isUncached whether its pages are not cached: they are unlikely to be read again, and would evict pages that are
 * @param claim whose share of the quota its calls are taken from
 */
public record OperationTerms(
        Urgency urgency, Duration deadline, int callsAllowed, boolean bypassesCache, boolean isUncached, Claim claim) {

    /**
     * Terms of an operation whose pages are cached.
     *
     * @param urgency who is waiting
     * @param deadline how long the whole operation may take, from now
     * @param callsAllowed maximum number of calls to LINE WORKS
     * @param bypassesCache whether it reads pages from LINE WORKS even if they are cached
     */
    public OperationTerms(Urgency urgency, Duration deadline, int callsAllowed, boolean bypassesCache) {
        this(urgency, deadline, callsAllowed, bypassesCache, false, Claim.NOBODY);
    }

    /**
     * The same terms for a caller.
     *
     * @param whose share of the quota the calls are taken from
     * @return terms with this claim
     */
    public OperationTerms of(Claim whose) {
        return new OperationTerms(urgency, deadline, callsAllowed, bypassesCache, isUncached, whose);
    }

    /**
     * Terms for work that no client waits for and that is paced by LINE WORKS's quota alone.
     *
     * @param deadline how long it may take
     * @return background terms without a limit of calls
     */
    public static OperationTerms background(Duration deadline) {
        return new OperationTerms(Urgency.BACKGROUND, deadline, Integer.MAX_VALUE, false);
    }

    /**
     * Terms for reading a whole list once, as of now: caches are neither read nor filled.
     *
     * @param deadline how long each part may take
     * @return background terms without a limit of calls
     */
    public static OperationTerms uncached(Duration deadline) {
        return new OperationTerms(Urgency.BACKGROUND, deadline, Integer.MAX_VALUE, true, true, Claim.NOBODY);
    }
}
