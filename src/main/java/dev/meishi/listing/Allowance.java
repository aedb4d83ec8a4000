package dev.meishi.listing;

import dev.meishi.ledger.Ledger;
import java.time.Duration;

/**
 * How far a list is read in search of results of which there may be few: a number of calls, and half of the time that the
 * operation has left. What is found by then is the page, and the list is read on from the last result looked at.
 */
final class Allowance {

    private final Ledger ledger;
    private final int most;
    private final int before;
    private final Duration least;

    /**
     * An allowance from now on.
     *
     * @param most calls; those that the operation makes elsewhere meanwhile count too
     */
    Allowance(Ledger ledger, int most) {
        this.ledger = ledger;
        this.most = most;
        this.before = ledger.budget().spent();
        this.least = ledger.patience().dividedBy(2);
    }

    boolean isSpent() {
        return ledger.budget().spent() - before >= most || ledger.patience().compareTo(least) < 0;
    }
}
