package dev.meishi.execution;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.graphql.CodedError;
import dev.meishi.graphql.Estimate;
import dev.meishi.graphql.RequestRefused;
import dev.meishi.json.JsonParts;
import dev.meishi.ledger.Ledger;
import graphql.ExecutionResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** An operation being executed. */
public final class Execution {

    /** For putting together what is there once the deadline has passed. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final InFlight inFlight;
    private final Ledger ledger;
    private final CompletableFuture<OperationResult> result;
    private final Estimate estimate;
    private final JsonParts.Room room;

    Execution(
            InFlight inFlight,
            Ledger ledger,
            CompletableFuture<OperationResult> result,
            Estimate estimate,
            JsonParts.Room room) {
        this.inFlight = inFlight;
        this.ledger = ledger;
        this.result = result;
        this.estimate = estimate;
        this.room = room;
    }

    /**
     * Its response.
     *
     * @return completes exceptionally only by a defect of the gateway
     */
    public CompletionStage<OperationResult> result() {
        return result;
    }

    /**
     * Whether it is complete already, from caches alone.
     *
     * @return true if {@link #result()} is there
     */
    public boolean isOver() {
        return result.isDone();
    }

    /**
     * Whether it was given up because its client had gone.
     *
     * @return true after {@link #abandon()}, whatever its result
     */
    public boolean isAbandoned() {
        return inFlight.isForNobody();
    }

    /**
     * What it was estimated to hold before it was begun.
     *
     * @return objects
     */
    public long cost() {
        return estimate.objects();
    }

    /**
     * Where its answer is written into, by a plan or by who gets the engine's result.
     *
     * @return the room it was begun with
     */
    public JsonParts.Room room() {
        return room;
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
     * Ends it with what is there; fields that are not fail with {@code OPERATION_TIMEOUT}. If it has still not completed
     * one second later, the whole answer is {@code OPERATION_TIMEOUT}.
     *
     * @param deadline that has passed
     */
    public void expire(Duration deadline) {
        Failure late = new Failure(
                ErrorCode.OPERATION_TIMEOUT,
                "The operation took longer than " + deadline.toMillis()
                        + " ms. Select less at once, or try again later.");
        inFlight.end(late);
        result.completeOnTimeout(nothing(late), GRACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static OperationResult nothing(Failure why) {
        CodedError error = CodedError.of(why.code(), String.valueOf(why.getMessage()), List.of(), Map.of());
        return OperationResult.of(
                ExecutionResult.newExecutionResult().data(null).addError(error).build());
    }

    /** Ends it before its first call to LINE WORKS: it may not make those that it needs. */
    void refuse(RequestRefused why) {
        inFlight.endForNobody(new Failure(ErrorCode.LIMIT_EXCEEDED, String.valueOf(why.getMessage())));
    }

    /** Ends it, as the client is gone. Work shared with other executions goes on. */
    public void abandon() {
        inFlight.endForNobody(new Failure(ErrorCode.OPERATION_TIMEOUT, "The client is gone."));
    }
}
