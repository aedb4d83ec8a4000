package dev.meishi.telemetry;

import dev.meishi.execution.Execution;
import dev.meishi.execution.OperationResult;
import dev.meishi.failure.ErrorCode;
import dev.meishi.graphql.PreparedOperation;
import dev.meishi.graphql.RequestRefused;
import dev.meishi.telemetry.OperationLog.Ended;
import dev.meishi.telemetry.OperationLog.Origin;
import dev.meishi.tracing.TraceSpan;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What is told of each operation: by metrics, by its span, and by the log. */
@Singleton
public class OperationTelemetry {

    private final OperationMetrics metrics;
    private final OperationLog log;

    OperationTelemetry(OperationMetrics metrics, OperationLog log) {
        this.metrics = metrics;
        this.log = log;
    }

    /**
     * Tells of an operation when it is over, and ends the span of its ledger.
     *
     * @param operation what is executed
     * @param execution its course
     * @param began when its request came, by {@link System#nanoTime()}
     */
    public void watch(PreparedOperation operation, Execution execution, long began) {
        if (execution.isOver()) {
            ended(operation, execution, resultOf(execution), began, null);
            return;
        }
        Origin origin = log.mayBeLogged() ? Origin.here() : null;
        execution.result().whenComplete((result, thrown) -> ended(operation, execution, result, began, origin));
    }

    /**
     * Tells of a request that was refused.
     *
     * @param operation that it meant; null if that was not found
     * @param why it is not executed
     * @param began when it came, by {@link System#nanoTime()}
     * @param span of it, which ends
     */
    public void refused(@Nullable PreparedOperation operation, RequestRefused why, long began, TraceSpan span) {
        long nanos = System.nanoTime() - began;
        String name = metrics.ended(operation == null ? null : operation.definition(), Outcome.REFUSED, nanos);
        Set<ErrorCode> codes = OperationMetrics.codes(why.errors());
        metrics.failed(codes);
        Ended ended = new Ended(operation, null, Outcome.REFUSED, nanos);
        OperationSpans.end(span, ended, codes, name);
        if (log.isLogged(nanos)) {
            log.log(ended, codes, Origin.here().in(span));
        }
    }

    private void ended(
            PreparedOperation operation,
            Execution execution,
            @Nullable OperationResult result,
            long began,
            @Nullable Origin origin) {
        long nanos = System.nanoTime() - began;
        Outcome outcome = outcome(execution, result);
        String name = metrics.ended(operation.definition(), outcome, nanos);
        Set<ErrorCode> codes = codes(result);
        metrics.failed(codes);
        TraceSpan span = execution.ledger().span();
        if (span.isRecorded()) {
            OperationSpans.end(span, new Ended(operation, execution, outcome, nanos), codes, name);
        }
        if (log.isLogged(nanos)) {
            Origin where = origin == null ? Origin.here() : origin;
            log.log(new Ended(operation, execution, outcome, nanos), codes, where.in(span));
        }
    }

    private static Set<ErrorCode> codes(@Nullable OperationResult result) {
        if (result == null) {
            return EnumSet.of(ErrorCode.INTERNAL);
        }
        return result.errors().isEmpty() ? Set.of() : OperationMetrics.codes(result.errors());
    }

    /** Of an execution that is over; null after a defect. */
    private static @Nullable OperationResult resultOf(Execution execution) {
        try {
            return execution.result().toCompletableFuture().getNow(null);
        } catch (CompletionException defect) {
            return null;
        }
    }

    private static Outcome outcome(Execution execution, @Nullable OperationResult result) {
        if (execution.isAbandoned()) {
            return Outcome.ABANDONED;
        }
        if (result == null || !result.isDataPresent()) {
            return Outcome.FAILURE;
        }
        return result.errors().isEmpty() ? Outcome.SUCCESS : Outcome.PARTIAL;
    }
}
