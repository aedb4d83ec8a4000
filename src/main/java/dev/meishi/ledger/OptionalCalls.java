package dev.meishi.ledger;

/**
 * The calls of a part of an answer that is left out where the budget is not enough for all of it. Decided when the
 * operation is admitted.
 */
public final class OptionalCalls {

    private final CallEstimate estimate;
    private final boolean isDivisible;
    private volatile int admitted;
    private volatile boolean isAdmitted;

    OptionalCalls(CallEstimate estimate, boolean isDivisible) {
        this.estimate = estimate;
        this.isDivisible = isDivisible;
    }

    /**
     * How many calls they may be.
     *
     * @return as the field said
     */
    public CallEstimate estimate() {
        return estimate;
    }

    /** Whether some of them are of use too. */
    boolean isDivisible() {
        return isDivisible;
    }

    /**
     * How many of them may be made.
     *
     * @return zero if the rest of the operation left too little, or nothing has been decided yet
     */
    public int admitted() {
        return admitted;
    }

    /**
     * Whether they may be made.
     *
     * @return false if the rest of the operation left too little, or nothing has been decided yet
     */
    public boolean isAdmitted() {
        return isAdmitted;
    }

    void admit(int calls) {
        admitted = calls;
        isAdmitted = true;
    }
}
