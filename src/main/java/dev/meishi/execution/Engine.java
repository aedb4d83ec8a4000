package dev.meishi.execution;

import dev.meishi.execution.plan.PlanInput;
import dev.meishi.execution.plan.PlanRun;
import dev.meishi.execution.plan.Planner;
import dev.meishi.execution.smallrye.ExecutableSchema;
import dev.meishi.execution.smallrye.RequestScope;
import dev.meishi.execution.smallrye.WorkTracker;
import dev.meishi.graphql.CodedError;
import dev.meishi.graphql.EngineErrors;
import dev.meishi.graphql.Estimate;
import dev.meishi.graphql.Limit;
import dev.meishi.graphql.Limits;
import dev.meishi.graphql.LimitsConfig;
import dev.meishi.graphql.PreparedOperation;
import dev.meishi.graphql.RequestRefused;
import dev.meishi.graphql.VariableErrors;
import dev.meishi.json.JsonParts;
import dev.meishi.ledger.CurrentLedger;
import dev.meishi.ledger.Ledger;
import dev.meishi.loop.Loop;
import dev.meishi.memory.Memory;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.introspection.GoodFaithIntrospection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Executes prepared operations with graphql-java and SmallRye's resolvers. In place of SmallRye's own service, which
 * parses a document a second time, keeps 2,048 of any size, and cannot be stopped.
 */
@Singleton
public class Engine {

    /** Estimated bytes of an answer that others should be served before: some milliseconds of an event loop. */
    private static final int LARGE_ANSWER = 128 * 1024;

    private final ExecutableSchema schema;
    private final Limits limits;
    private final LimitsConfig limitsConfig;
    private final CurrentLedger currentLedger;
    private final ExecutionMetrics metrics;
    private final VariableErrors variableErrors;
    private final GraphQL graphql;
    private final Planner planner;

    Engine(
            ExecutableSchema schema,
            Limits limits,
            LimitsConfig limitsConfig,
            ExecutionConfig config,
            Memory memory,
            CurrentLedger currentLedger,
            ExecutionMetrics metrics,
            VariableErrors variableErrors,
            DataFetcherExceptionHandler failureHandler) {
        this.limits = limits;
        this.limitsConfig = limitsConfig;
        this.currentLedger = currentLedger;
        this.metrics = metrics;
        this.variableErrors = variableErrors;
        this.schema = schema;
        this.graphql = GraphQL.newGraphQL(schema.schema())
                .defaultDataFetcherExceptionHandler(failureHandler)
                .instrumentation(SimplePerformantInstrumentation.INSTANCE)
                .preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(
                        input.getGraphQLContext().get(PreparsedDocumentEntry.class)))
                .build();
        this.planner = new Planner(schema, config.planCache(), config.jsonCache(), memory);
    }

    /**
     * Begins an operation: lets all its root fields say what they need of LINE WORKS, and then lets it have that or not.
     *
     * @param operation valid and within the limits
     * @param variables as sent
     * @param ledger what it may take of LINE WORKS; resolvers find it in {@link CurrentLedger}
     * @param room for the answer
     * @return the execution, under way
     * @throws RequestRefused {@code LIMIT_EXCEEDED} if it may answer more, or needs more calls, than is allowed;
     *     {@code OVERLOADED} if there is no room for the answer now
     */
    public Execution start(PreparedOperation operation, Map<String, Object> variables, Ledger ledger, AnswerRoom room) {
        Estimate estimate = estimate(operation, variables);
        room.admit(estimate);
        return begin(operation, variables, ledger, new PlanRun.Answering(room, estimate), true);
    }

    /** The same, perhaps without a plan, and with room without end. */
    Execution start(PreparedOperation operation, Map<String, Object> variables, Ledger ledger, boolean isPlanned) {
        Estimate estimate = estimate(operation, variables);
        return begin(operation, variables, ledger, new PlanRun.Answering(JsonParts.ENDLESS, estimate), isPlanned);
    }

    private Estimate estimate(PreparedOperation operation, Map<String, Object> variables) {
        Estimate estimate = operation.estimate(variables, schema.schema(), limitsConfig);
        limits.check(Limit.COST, estimate.objects());
        return estimate;
    }

    /**
     * Begins an operation of the gateway's own, for which the limits of what a caller may ask for do not hold.
     *
     * @param operation valid
     * @param variables of it
     * @param ledger what it may take of LINE WORKS
     * @return the execution, under way
     */
    public Execution startOwn(PreparedOperation operation, Map<String, Object> variables, Ledger ledger) {
        PlanRun.Answering answering = new PlanRun.Answering(JsonParts.ENDLESS, Estimate.NONE);
        return begin(operation, variables, ledger, answering, true);
    }

    private Execution begin(
            PreparedOperation operation,
            Map<String, Object> variables,
            Ledger ledger,
            PlanRun.Answering answering,
            boolean isPlanned) {
        Executor turns = answering.estimate().bytes() < LARGE_ANSWER ? null : Loop.thisOrNextTurn();
        InFlight inFlight = new InFlight(turns);
        try (RequestScope scope = RequestScope.open()) {
            currentLedger.begin(ledger);
            Invocation invocation = new Invocation(operation, variables, ledger, answering, inFlight, scope);
            CompletableFuture<OperationResult> result =
                    result(invocation, isPlanned).whenComplete((r, t) -> scope.destroy());
            Execution execution = new Execution(inFlight, ledger, result, answering.estimate(), answering.room());
            admit(execution);
            return execution;
        }
    }

    /** What is to be executed, for whom. */
    private record Invocation(
            PreparedOperation operation,
            Map<String, Object> variables,
            Ledger ledger,
            PlanRun.Answering answering,
            InFlight inFlight,
            RequestScope scope) {}

    private CompletableFuture<OperationResult> result(Invocation invocation, boolean isPlanned) {
        GraphQLContext context = GraphQLContext.of(entries(invocation));
        PlanInput input = PlanInput.of(schema.schema(), invocation.operation(), invocation.variables(), context);
        if (input == null) {
            return wrongVariables(invocation);
        }
        // A plan is made in any case, as that finds conditions which are null.
        PlanRun planned = planner.run(input, invocation.inFlight(), invocation.ledger(), invocation.answering());
        return planned == null || !isPlanned ? byEngine(invocation) : planned(planned);
    }

    /** Whatever it is that the engine does not take and that is not found here, it says itself. */
    private CompletableFuture<OperationResult> wrongVariables(Invocation invocation) {
        List<GraphQLError> errors = variableErrors.of(schema.schema(), invocation.operation(), invocation.variables());
        if (errors.isEmpty()) {
            return byEngine(invocation);
        }
        metrics.byEngine();
        return CompletableFuture.completedFuture(OperationResult.of(
                ExecutionResult.newExecutionResult().errors(errors).build()));
    }

    private CompletableFuture<OperationResult> planned(PlanRun run) {
        return run.start()
                .thenApply(json -> {
                    metrics.planned();
                    return OperationResult.of(json, run.errors());
                })
                .exceptionallyCompose(thrown -> {
                    Throwable why = thrown instanceof CompletionException ? thrown.getCause() : thrown;
                    return why instanceof RequestRefused refused
                            ? CompletableFuture.completedFuture(OperationResult.of(refused))
                            : CompletableFuture.failedFuture(thrown);
                });
    }

    private CompletableFuture<OperationResult> byEngine(Invocation invocation) {
        metrics.byEngine();
        return graphql.executeAsync(input(invocation)).thenApply(Engine::coded).thenApply(OperationResult::of);
    }

    private void admit(Execution execution) {
        try {
            Admission.decide(execution.ledger(), limits);
        } catch (RequestRefused refused) {
            execution.refuse(refused);
            throw refused;
        }
    }

    private Map<Object, Object> entries(Invocation invocation) {
        Map<Object, Object> entries = invocation.scope().entries();
        entries.put(WorkTracker.class, invocation.inFlight());
        // How much may be asked of the schema is a matter of the limits, as of everything else.
        entries.put(GoodFaithIntrospection.GOOD_FAITH_INTROSPECTION_DISABLED, true);
        return entries;
    }

    private ExecutionInput input(Invocation invocation) {
        Map<Object, Object> entries = entries(invocation);
        entries.put(
                PreparsedDocumentEntry.class,
                new PreparsedDocumentEntry(invocation.operation().document()));
        return ExecutionInput.newExecutionInput()
                .query("")
                .operationName(invocation.operation().definition().getName())
                .variables(invocation.variables())
                .graphQLContext(entries)
                .dataLoaderRegistry(schema.dataLoaders(invocation.inFlight()))
                .locale(Locale.ENGLISH)
                .build();
    }

    private static ExecutionResult coded(ExecutionResult result) {
        return result.getErrors().stream().allMatch(CodedError.class::isInstance)
                ? result
                : result.transform(builder -> builder.errors(EngineErrors.coded(result.getErrors())));
    }
}
