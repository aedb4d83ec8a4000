package dev.meishi.http;

import dev.meishi.graphql.Engine;
import dev.meishi.graphql.Execution;
import dev.meishi.graphql.PreparedOperation;
import dev.meishi.graphql.RequestRefused;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Begins what callers ask for: the same way, with the same limits and deadline, whatever it came by. */
@ApplicationScoped
class Operations {

    private final StoredDocuments documents;
    private final Engine engine;
    private final Vertx vertx;
    private final Duration deadline;

    Operations(StoredDocuments documents, Engine engine, Vertx vertx, HttpConfig config) {
        this.documents = documents;
        this.engine = engine;
        this.vertx = vertx;
        this.deadline = config.operationTimeout();
    }

    /**
     * Begins an operation.
     *
     * @param request what the caller sent
     * @param isReadOnly whether only queries may be executed
     * @return the operation, under way
     * @throws RequestRefused if it is not to be executed
     */
    Begun begin(GraphqlRequest request, boolean isReadOnly) {
        PreparedOperation operation = documents.find(request, isReadOnly);
        Execution execution = engine.start(operation, request.variables());
        long timer = vertx.setTimer(deadline.toMillis(), late -> execution.expire(deadline));
        execution.result().whenComplete((result, thrown) -> vertx.cancelTimer(timer));
        return new Begun(operation, execution);
    }

    /**
     * An operation under way.
     *
     * @param operation what is executed
     * @param execution its course
     */
    record Begun(PreparedOperation operation, Execution execution) {}
}
