package dev.meishi.http;

import dev.meishi.access.Caller;
import dev.meishi.execution.AnswerRoom;
import dev.meishi.execution.Engine;
import dev.meishi.execution.Execution;
import dev.meishi.graphql.PreparedOperation;
import dev.meishi.graphql.RequestRefused;
import dev.meishi.http.body.GraphqlRequest;
import dev.meishi.http.documents.StoredDocuments;
import dev.meishi.ledger.Ledger;
import dev.meishi.telemetry.OperationTelemetry;
import dev.meishi.tracing.TraceSpan;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Starts operations in one way, with the same limits and deadline, for HTTP and WebSocket. */
@Singleton
public class OperationStarter {

    private final StoredDocuments documents;
    private final Engine engine;
    private final Vertx vertx;
    private final OperationTelemetry telemetry;
    private final Duration deadline;

    OperationStarter(
            StoredDocuments documents, Engine engine, Vertx vertx, OperationTelemetry telemetry, HttpConfig config) {
        this.documents = documents;
        this.engine = engine;
        this.vertx = vertx;
        this.telemetry = telemetry;
        this.deadline = config.operationTimeout();
    }

    /**
     * Begins an operation.
     *
     * @param request what the caller sent
     * @param asker the client, with its terms
     * @param room for the answer
     * @return the operation, under way
     * @throws RequestRefused if it is not to be executed
     */
    public Begun begin(GraphqlRequest request, Asker asker, AnswerRoom room) {
        long began = System.nanoTime();
        PreparedOperation operation = null;
        Execution execution;
        try {
            operation = documents.find(request, asker.isReadOnly());
            Ledger ledger = new Ledger(asker.caller().interactive(deadline, asker.bypassesCache())).under(asker.span());
            execution = engine.start(operation, request.variables(), ledger, room);
        } catch (RequestRefused refused) {
            telemetry.refused(operation, refused, began, asker.span());
            throw refused;
        }
        telemetry.watch(operation, execution, began);
        if (!execution.isOver()) {
            long timer = vertx.setTimer(deadline.toMillis(), late -> execution.expire(deadline));
            execution.result().whenComplete((result, thrown) -> vertx.cancelTimer(timer));
        }
        return new Begun(request, operation, execution);
    }

    /**
     * The client of an operation, and how it asks.
     *
     * @param isReadOnly whether only queries may be executed
     * @param caller with its terms
     * @param bypassesCache whether the caller asks for answers that are not from the cache
     * @param span of the operation, which ends with it
     */
    public record Asker(boolean isReadOnly, Caller caller, boolean bypassesCache, TraceSpan span) {}

    /**
     * An operation under way.
     *
     * @param request what the caller sent
     * @param operation what is executed
     * @param execution its course
     */
    public record Begun(GraphqlRequest request, PreparedOperation operation, Execution execution) {}
}
