package dev.meishi.ledger;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import java.util.function.Supplier;

/** How many calls to LINE WORKS one operation may make, and how many it has made. Safe for use by several threads. */
public final class CallBudget {

    private final int allowed;
    private int spent;
    private boolean isOnlyMeasured;

    CallBudget(int allowed) {
        this.allowed = allowed;
    }

    /**
     * Most calls that may be made.
     *
     * @return of the terms of the operation, whether they are enforced or only measured
     */
    public int allowed() {
        return allowed;
    }

    /**
     * Calls that were made.
     *
     * @return repeated ones included
     */
    public synchronized int spent() {
        return spent;
    }

    /**
     * Calls that may still be made.
     *
     * @return what is allowed less what was made; {@link Integer#MAX_VALUE} if that is only measured
     */
    public synchronized int left() {
        return isOnlyMeasured ? Integer.MAX_VALUE : Math.max(0, allowed - spent);
    }

    /** Lets any number of calls be made from now on; they are counted all the same. */
    public synchronized void measureOnly() {
        isOnlyMeasured = true;
    }

    /** Whether a whole operation of this number of calls is within the budget. */
    synchronized boolean covers(long calls) {
        return isOnlyMeasured || calls <= allowed;
    }

    /** How many of some calls are within the budget, beside others. */
    synchronized int room(long others, int calls) {
        return isOnlyMeasured ? calls : (int) Math.max(0, Math.min(calls, allowed - others));
    }

    /**
     * Counts a call that is about to be made.
     *
     * @param hint how to need fewer, a sentence
     * @throws Failure {@code LIMIT_EXCEEDED} if it is one too many, and that not only measured
     */
    void spend(Supplier<String> hint) {
        if (!isCounted()) {
            throw new Failure(
                    ErrorCode.LIMIT_EXCEEDED,
                    "The operation has made all of its " + allowed + " allowed calls to LINE WORKS, and needs more. "
                            + hint.get());
        }
    }

    private synchronized boolean isCounted() {
        if (spent >= allowed && !isOnlyMeasured) {
            return false;
        }
        spent++;
        return true;
    }
}
