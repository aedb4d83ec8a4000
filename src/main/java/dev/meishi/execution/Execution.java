package dev.meishi.execution;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.graphql.RequestRefused;
import dev.meishi.ledger.Ledger;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** An operation being executed. */
public final class Execution {

    private final InFlight inFlight;
    private final Ledger ledger;
    private final CompletionStage<Outcome> result;
    private final long cost;

    Execution(InFlight inFlight, Ledger ledger, CompletionStage<Outcome> result, long cost) {
        this.inFlight = inFlight;
        this.ledger = ledger;
        this.result = result;
        this.cost = cost;
    }

    /**
     * What it comes to.
     *
     * @return completes exceptionally only by a defect of the gateway
     */
    public CompletionStage<Outcome> result() {
        return result;
    }

    /**
     * Whether it was carried out already, from what is kept.
     *
     * @return true if {@link #result()} is there
     */
    public boolean isOver() {
        return result.toCompletableFuture().isDone();
    }

    /**
     * What it was estimated to hold before it was begun.
     *
     * @return objects
     */
    public long cost() {
        return cost;
    }

    /**
     * What it takes of LINE WORKS.
     *
     * @return complete once the result is
     */
    public Ledger ledger() {
        return ledger;
    }

    /**
     * Ends it with what is there; fields that are not become {@code OPERATION_TIMEOUT}.
     *
     * @param deadline that has passed
     */
    public void expire(Duration deadline) {
        inFlight.end(new Failure(
                ErrorCode.OPERATION_TIMEOUT,
                "The operation took longer than " + deadline.toMillis()
                        + " ms; ask for less at once, or again later."));
    }

    /** Ends it before its first call to LINE WORKS: it may not make those that it needs. */
    void refuse(RequestRefused why) {
        inFlight.endForNobody(new Failure(ErrorCode.LIMIT_EXCEEDED, String.valueOf(why.getMessage())));
    }

    /** Ends it for nobody: the caller is gone. Work shared with other executions goes on. */
    public void abandon() {
        inFlight.endForNobody(new Failure(ErrorCode.OPERATION_TIMEOUT, "The caller is gone."));
    }
}
