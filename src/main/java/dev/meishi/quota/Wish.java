package dev.meishi.quota;

import dev.meishi.ledger.Claim;
import dev.meishi.ledger.Urgency;
import java.time.Duration;

/**
 * Who wants to make a call.
 *
 * @param claim whose share of the quota it is taken from
 * @param urgency of the call
 * @param patience how long it is worth waiting
 */
record Wish(Claim claim, Urgency urgency, Duration patience) {

    private static final Duration A_DAY = Duration.ofDays(1);

    /** How long it may wait at most. */
    Duration longestWait(QuotaConfig config) {
        Duration longest = urgency == Urgency.INTERACTIVE ? config.longestWait() : A_DAY;
        return patience.compareTo(longest) < 0 ? patience : longest;
    }
}
