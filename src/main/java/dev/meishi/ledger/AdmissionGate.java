package dev.meishi.ledger;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the fields of one operation wait until it is decided whether all of them may make their calls. Each declares
 * first how many it may need; once all have, {@link #open} lets them go on, in the order in which they came. An operation
 * that is refused is never let through. Safe for use by several threads.
 */
public final class AdmissionGate {

    private final CallBudget budget;
    private final List<Runnable> waiting = new ArrayList<>();
    private final List<CallEstimate> estimates = new ArrayList<>();
    private final List<OptionalCalls> undecided = new ArrayList<>();
    private int needed;
    private boolean isOpen;

    AdmissionGate(CallBudget budget) {
        this.budget = budget;
    }

    /**
     * Declares what a field may need; the field waits for the result before its first call.
     *
     * @param estimate what it may need
     * @return completes when the whole operation is admitted, at once if it is already
     */
    public Uni<Void> declare(CallEstimate estimate) {
        synchronized (this) {
            add(estimate);
        }
        return Uni.createFrom().emitter(field -> whenOpen(() -> field.complete(null)));
    }

    /**
     * Declares, before {@link #declare}, a part that the field can do without.
     *
     * @param estimate what that part may need beside what the field needs itself
     * @return tells later whether its calls may be made
     */
    public synchronized OptionalCalls declareOptional(CallEstimate estimate) {
        OptionalCalls calls = new OptionalCalls(estimate);
        if (isOpen) {
            decide(calls);
        } else {
            undecided.add(calls);
        }
        return calls;
    }

    /** Admits the operation, and of its optional calls as many as the budget has left. */
    public void open() {
        List<Runnable> admitted;
        synchronized (this) {
            undecided.forEach(this::decide);
            undecided.clear();
            isOpen = true;
            admitted = List.copyOf(waiting);
            waiting.clear();
        }
        admitted.forEach(Runnable::run);
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

    private void whenOpen(Runnable field) {
        synchronized (this) {
            if (!isOpen) {
                waiting.add(field);
                return;
            }
        }
        field.run();
    }

    private void decide(OptionalCalls calls) {
        CallEstimate estimate = calls.estimate();
        if (budget.covers((long) needed + estimate.calls())) {
            add(estimate);
            calls.admit();
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
