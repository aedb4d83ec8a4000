package dev.meishi.quota;

import dev.meishi.ledger.Claim;
import dev.meishi.ledger.Urgency;
import java.time.Duration;

/**
 * A call that waits to be made.
 *
 * @param claim the share of the quota that it is taken from
 * @param urgency of the call
 * @param patience how long it may wait
 */
record CallRequest(Claim claim, Urgency urgency, Duration patience) {

    private static final Duration A_DAY = Duration.ofDays(1);

    /** Its maximum wait. */
    Duration longestWait(QuotaConfig config) {
        Duration longest = urgency == Urgency.INTERACTIVE ? config.maxWait() : A_DAY;
        return patience.compareTo(longest) < 0 ? patience : longest;
    }
}
