package dev.meishi.telemetry;

import dev.meishi.execution.Execution;
import dev.meishi.failure.ErrorCode;
import dev.meishi.graphql.PreparedOperation;
import dev.meishi.ledger.Ledger;
import dev.meishi.telemetry.OperationLog.Ended;
import dev.meishi.tracing.TraceSpan;
import java.util.Locale;
import java.util.Set;

/** What the spans of operations tell: the fields of a line of the log, by names that metrics have too. */
final class OperationSpans {

    private OperationSpans() {}

    /**
     * Ends one.
     *
     * @param span of the operation
     * @param ended what became of it
     * @param codes of its errors
     * @param name as metrics have it; empty if it has none
     */
    static void end(TraceSpan span, Ended ended, Set<ErrorCode> codes, String name) {
        if (!span.isRecorded()) {
            return;
        }
        PreparedOperation operation = ended.operation();
        if (operation != null) {
            String type = operation.definition().getOperation().name().toLowerCase(Locale.ROOT);
            span.named(name.isEmpty() || name.equals(OperationMetrics.OTHER) ? type : type + ' ' + name);
            span.set("graphql.operation.type", type);
            if (!name.isEmpty()) {
                span.set("graphql.operation.name", name);
            }
            span.set("meishi.document.sha256", operation.sha256());
        }
        span.set("meishi.outcome", ended.outcome().label());
        if (!codes.isEmpty()) {
            span.set("error.type", codes.iterator().next().name());
            span.set("meishi.error.codes", codes.stream().map(Enum::name).toList());
        }
        Execution execution = ended.execution();
        if (execution != null) {
            Ledger.Summary taken = execution.ledger().summary();
            span.set("meishi.cost", execution.cost());
            span.set("meishi.calls", taken.calls());
            span.set("meishi.cached", taken.cached());
            span.set("meishi.shared", taken.shared());
            span.set("meishi.waited_ms", taken.waited().toMillis());
        }
        if (ended.outcome() == Outcome.FAILURE) {
            span.failed();
        }
        span.end();
    }
}
