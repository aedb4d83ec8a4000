package dev.meishi.telemetry;

import dev.meishi.execution.Execution;
import dev.meishi.failure.ErrorCode;
import dev.meishi.graphql.PreparedOperation;
import dev.meishi.ledger.Ledger;
import dev.meishi.tracing.TraceSpan;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.MDC;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A line for each operation at {@code DEBUG}, in a category of its own, and at {@code WARN} for one that was slow. It has names,
 * codes and numbers: nothing that was asked for, and nothing that was answered. The same fields are in the line's context
 * (MDC), which is an object of its own where the log is JSON.
 */
@Singleton
class OperationLog {

    static final String CATEGORY = "dev.meishi.operations";

    /** Under which the ids of a request stand in the context of its log. */
    private static final String REQUEST = "requestId";

    private static final String TRACE = "traceId";

    /** Characters of a name that are shown. */
    private static final int LONGEST = 100;

    private static final Logger LOG = Logger.getLogger(CATEGORY);

    private final Credentials credentials;
    private final long slow;

    OperationLog(LogConfig config, Credentials credentials) {
        this.credentials = credentials;
        long limit = config.slowOperation().toNanos();
        this.slow = limit == 0 ? Long.MAX_VALUE : limit;
    }

    /**
     * By which ids an operation is found elsewhere.
     *
     * @param requestId of the request
     * @param traceId of its trace: that of its span, or the one that its client sent; null if none
     */
    record Origin(@Nullable String requestId, @Nullable String traceId) {

        /** That of the work under way on this thread. */
        static Origin here() {
            return new Origin((String) MDC.get(REQUEST), (String) MDC.get(TRACE));
        }

        /** The same in the trace of a span, where there is one. */
        Origin in(TraceSpan span) {
            return span.isRecorded() ? new Origin(requestId, span.traceId()) : this;
        }
    }

    /**
     * What an operation was.
     *
     * @param operation what was executed; null if a request had nothing that could be
     * @param execution its course; null if it was refused
     * @param outcome of it
     * @param nanos it took
     */
    record Ended(
            @Nullable PreparedOperation operation, @Nullable Execution execution, Outcome outcome, long nanos) {}

    /** Whether an operation that took so long is logged. */
    boolean isLogged(long nanos) {
        return nanos >= slow || LOG.isLoggable(Level.DEBUG);
    }

    /** Whether one that has begun may be. */
    boolean mayBeLogged() {
        return isLogged(slow);
    }

    /** Logs one. */
    void log(Ended ended, Set<ErrorCode> codes, Origin origin) {
        Map<String, String> fields = fields(ended, codes);
        boolean isSlow = ended.nanos() >= slow;
        String text = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining(" ", isSlow ? "Slow: " : "", ""));
        ExtLogRecord line = new ExtLogRecord(isSlow ? Level.WARN : Level.DEBUG, text, OperationLog.class.getName());
        line.setLoggerName(CATEGORY);
        fields.forEach(line::putMdc);
        put(line, REQUEST, origin.requestId());
        put(line, TRACE, origin.traceId());
        LOG.log(line);
    }

    private static void put(ExtLogRecord line, String key, @Nullable String value) {
        if (value != null) {
            line.putMdc(key, value);
        }
    }

    private Map<String, String> fields(Ended ended, Set<ErrorCode> codes) {
        Map<String, String> fields = new LinkedHashMap<>();
        PreparedOperation operation = ended.operation();
        if (operation != null) {
            fields.put("operation", shown(operation.definition().getName()));
            fields.put("type", operation.definition().getOperation().name().toLowerCase(Locale.ROOT));
            fields.put("document", operation.sha256());
        }
        fields.put("outcome", ended.outcome().label());
        fields.put("codes", codes.stream().map(Enum::name).collect(Collectors.joining(",")));
        Execution execution = ended.execution();
        if (execution != null) {
            Ledger.Summary taken = execution.ledger().summary();
            fields.put("cost", String.valueOf(execution.cost()));
            fields.put("calls", String.valueOf(taken.calls()));
            fields.put("cached", String.valueOf(taken.cached()));
            fields.put("shared", String.valueOf(taken.shared()));
            fields.put("waitedMillis", String.valueOf(taken.waited().toMillis()));
        }
        fields.put("durationMillis", String.format(Locale.ROOT, "%.3f", ended.nanos() / 1e6));
        return fields;
    }

    /** Names of GraphQL have letters, digits and underscores only, so that nothing is to be escaped. */
    private String shown(@Nullable String name) {
        String masked = credentials.masked(name);
        if (masked == null) {
            return "";
        }
        return masked.length() <= LONGEST ? masked : masked.substring(0, LONGEST) + "…";
    }
}
