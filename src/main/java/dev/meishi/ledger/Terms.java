package dev.meishi.ledger;

import java.time.Duration;

/**
 * On what terms an operation is carried out.
 *
 * @param urgency who is waiting
 * @param deadline how long the whole operation may take, from now
 * @param callsAllowed most calls to LINE WORKS it may need
 * @param isFreshWanted whether cached pages are of no use to the caller
 * @param isPassing whether the same is unlikely to be read again, so that caching it would only evict what is
 * @param claim whose share of the quota its calls are taken from
 */
public record Terms(
        Urgency urgency, Duration deadline, int callsAllowed, boolean isFreshWanted, boolean isPassing, Claim claim) {

    /**
     * Terms of what is worth caching.
     *
     * @param urgency who is waiting
     * @param deadline how long the whole operation may take, from now
     * @param callsAllowed most calls to LINE WORKS it may need
     * @param isFreshWanted whether cached pages are of no use to the caller
     */
    public Terms(Urgency urgency, Duration deadline, int callsAllowed, boolean isFreshWanted) {
        this(urgency, deadline, callsAllowed, isFreshWanted, false, Claim.NOBODY);
    }

    /**
     * The same terms for a caller.
     *
     * @param whose share of the quota the calls are taken from
     * @return terms with this claim
     */
    public Terms of(Claim whose) {
        return new Terms(urgency, deadline, callsAllowed, isFreshWanted, isPassing, whose);
    }

    /**
     * Terms for work that no client waits for and that is paced by LINE WORKS's quota alone.
     *
     * @param deadline how long it may take
     * @return background terms without a limit of calls
     */
    public static Terms background(Duration deadline) {
        return new Terms(Urgency.BACKGROUND, deadline, Integer.MAX_VALUE, false);
    }

    /**
     * Terms for reading a whole list once, as of now: it neither reads from caches nor fills them.
     *
     * @param deadline how long each part may take
     * @return background terms without a limit of calls
     */
    public static Terms passing(Duration deadline) {
        return new Terms(Urgency.BACKGROUND, deadline, Integer.MAX_VALUE, true, true, Claim.NOBODY);
    }
}
