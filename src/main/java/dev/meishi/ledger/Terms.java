package dev.meishi.ledger;

import java.time.Duration;

/**
 * On what terms an operation is carried out.
 *
 * @param urgency who is waiting
 * @param deadline how long the whole operation may take, from now
 * @param callsAllowed most calls to LINE WORKS it may need
 * @param isFreshWanted whether what is kept of earlier answers is of no use to the caller
 */
public record Terms(Urgency urgency, Duration deadline, int callsAllowed, boolean isFreshWanted) {

    /**
     * Terms for work that nobody waits for and that is paced by LINE WORKS's quota alone.
     *
     * @param deadline how long it may take
     * @return background terms without a limit of calls
     */
    public static Terms background(Duration deadline) {
        return new Terms(Urgency.BACKGROUND, deadline, Integer.MAX_VALUE, false);
    }
}
