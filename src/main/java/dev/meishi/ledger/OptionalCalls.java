package dev.meishi.ledger;

/**
 * The calls of a part of an answer that is left out where the budget is not enough for all of it. Decided when the
 * operation is admitted.
 */
public final class OptionalCalls {

    private final CallEstimate estimate;
    private volatile boolean isAdmitted;

    OptionalCalls(CallEstimate estimate) {
        this.estimate = estimate;
    }

    /**
     * How many calls they may be.
     *
     * @return as the field said
     */
    public CallEstimate estimate() {
        return estimate;
    }

    /**
     * Whether they may be made.
     *
     * @return false if the rest of the operation left too little, or nothing has been decided yet
     */
    public boolean isAdmitted() {
        return isAdmitted;
    }

    void admit() {
        isAdmitted = true;
    }
}
