package dev.meishi.ledger;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The admission of one operation to its calls, in two phases. First its fields declare how many calls each may need, and
 * wait. Then {@link #admit} decides once for all of them: all go on, or none ever does. A field that declares later, as it
 * waited for something else or is executed after others, is decided on when it declares: together with all that was
 * declared before it, it must be within the budget. No call can be made without this: {@link Ledger#call} asks here. Safe
 * for use by several threads.
 */
public final class AdmissionGate {

    private final CallBudget budget;
    private final List<Runnable> waiting = new ArrayList<>();
    private final List<CallEstimate> estimates = new ArrayList<>();
    private final List<OptionalCalls> undecided = new ArrayList<>();
    private int needed;
    private boolean isAdmitted;

    AdmissionGate(CallBudget budget) {
        this.budget = budget;
    }

    /**
     * Declares what a field may need; the field waits for the result before its first call.
     *
     * @param estimate what it may need
     * @return completes when the whole operation is admitted; if it is already, at once, with {@link Failure}
     *     {@code LIMIT_EXCEEDED} if this is more than the budget has left
     */
    public Uni<Void> declare(CallEstimate estimate) {
        synchronized (this) {
            add(estimate);
            if (isAdmitted && !budget.covers(needed)) {
                return Uni.createFrom().failure(tooMany(estimate));
            }
        }
        return admitted();
    }

    /**
     * Declares what several calls of a field need together, such as a list that all of them look things up in. It counts
     * once, so that the operation's estimates do not depend on how many calls its objects came in.
     *
     * @param estimate the same for each of those calls
     * @return as {@link #declare}; never fails if the same was declared before
     */
    public Uni<Void> declareOnce(CallEstimate estimate) {
        synchronized (this) {
            if (estimates.contains(estimate)) {
                return admitted();
            }
            return declare(estimate);
        }
    }

    private Uni<Void> admitted() {
        return Uni.createFrom().emitter(field -> whenAdmitted(() -> field.complete(null)));
    }

    private Failure tooMany(CallEstimate estimate) {
        return new Failure(
                ErrorCode.LIMIT_EXCEEDED,
                String.format(
                                Locale.ROOT,
                                "The field needs %,d more calls to LINE WORKS; with the calls of the other fields that makes %,d, but %,d are allowed. %s",
                                estimate.calls(),
                                needed,
                                budget.allowed(),
                                estimate.hint())
                        .strip());
    }

    /**
     * Declares, before {@link #declare}, a part that the field can do without.
     *
     * @param estimate what that part may need beside what the field needs itself
     * @return tells later whether its calls may be made
     */
    public OptionalCalls declareOptional(CallEstimate estimate) {
        return declare(new OptionalCalls(estimate, false));
    }

    /**
     * Declares, before {@link #declare}, a part that the field can do without, and of which a few calls are of use too.
     *
     * @param estimate what that part may need beside what the field needs itself
     * @return tells later how many calls may be made
     */
    public OptionalCalls declareDivisible(CallEstimate estimate) {
        return declare(new OptionalCalls(estimate, true));
    }

    private synchronized OptionalCalls declare(OptionalCalls calls) {
        if (isAdmitted) {
            decide(calls);
        } else {
            undecided.add(calls);
        }
        return calls;
    }

    /**
     * Admits the operation if all that was declared is within the budget, and of its optional calls as many as the budget
     * has left.
     *
     * @return false if it is refused: no field that waits ever goes on
     */
    public boolean admit() {
        List<Runnable> admitted;
        synchronized (this) {
            if (!budget.covers(needed)) {
                return false;
            }
            undecided.forEach(this::decide);
            undecided.clear();
            isAdmitted = true;
            admitted = List.copyOf(waiting);
            waiting.clear();
        }
        admitted.forEach(Runnable::run);
        return true;
    }

    /** A call is about to be made. */
    synchronized void requireAdmitted() {
        if (!isAdmitted) {
            throw new IllegalStateException("A call to LINE WORKS before the operation was admitted");
        }
    }

    /**
     * Calls that the operation is known to need.
     *
     * @return the sum over all that was declared, optional calls only once they are admitted
     */
    public synchronized int needed() {
        return needed;
    }

    /**
     * What was declared.
     *
     * @return in the order in which the fields came; of optional calls those that were admitted
     */
    public synchronized List<CallEstimate> estimates() {
        return List.copyOf(estimates);
    }

    private void whenAdmitted(Runnable field) {
        synchronized (this) {
            if (!isAdmitted) {
                waiting.add(field);
                return;
            }
        }
        field.run();
    }

    private void decide(OptionalCalls calls) {
        CallEstimate all = calls.estimate();
        int room = budget.room(needed, all.calls());
        if (room == all.calls()) {
            add(all);
            calls.admit(room);
        } else if (calls.isDivisible() && room > 0) {
            add(new CallEstimate(all.field(), room, all.how(), all.hint()));
            calls.admit(room);
        }
    }

    private void add(CallEstimate estimate) {
        estimates.add(estimate);
        needed += estimate.calls();
    }

    /** How to need fewer calls, from a field that could not tell how many it needs. */
    synchronized String hint() {
        return estimates.stream()
                .filter(estimate ->
                        estimate.atMost() > estimate.calls() && !estimate.hint().isEmpty())
                .map(CallEstimate::hint)
                .findFirst()
                .orElse("Ask for less at once.");
    }
}
