package dev.meishi.execution;

import dev.meishi.failure.PartialFailure;
import dev.meishi.graphql.CodedError;
import dev.meishi.graphql.EngineErrors;
import dev.meishi.graphql.Estimate;
import dev.meishi.graphql.IntrospectionNulls;
import dev.meishi.graphql.Limit;
import dev.meishi.graphql.Limits;
import dev.meishi.graphql.LimitsConfig;
import dev.meishi.graphql.OfferedDirectives;
import dev.meishi.graphql.PreparedOperation;
import dev.meishi.graphql.RequestRefused;
import dev.meishi.graphql.VariableErrors;
import dev.meishi.json.JsonParts;
import dev.meishi.ledger.CurrentLedger;
import dev.meishi.ledger.Ledger;
import dev.meishi.loop.Loop;
import dev.meishi.memory.Memory;
import graphql.Directives;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.execution.CoercedVariables;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.introspection.GoodFaithIntrospection;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLSchema;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext;
import io.quarkus.arc.ManagedContext;
import io.smallrye.graphql.bootstrap.DataFetcherFactory;
import io.smallrye.graphql.execution.context.SmallRyeContext;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.smallrye.graphql.execution.datafetcher.helper.BatchLoaderHelper;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Schema;
import jakarta.inject.Singleton;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.dataloader.BatchLoaderWithContext;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderRegistry;
import org.dataloader.Try;
import org.jspecify.annotations.Nullable;

/**
 * Executes prepared operations with graphql-java and SmallRye's resolvers. In place of SmallRye's own service, which
 * parses a document a second time, keeps 2,048 of any size, and cannot be stopped.
 */
@Singleton
public class Engine {

    /** Estimated bytes of an answer that others should be served before: some milliseconds of an event loop. */
    private static final int LARGE_ANSWER = 128 * 1024;

    private final GraphQLSchema schema;
    private final Limits limits;
    private final LimitsConfig limitsConfig;
    private final CurrentLedger currentLedger;
    private final ExecutionMetrics metrics;
    private final GraphQL graphql;
    private final PlanCache plans;
    private final Renditions renditions;
    private final Map<String, BatchLoaderWithContext<Object, Object>> batchLoaders = new HashMap<>();

    Engine(
            GraphQLSchema schema,
            Schema model,
            Limits limits,
            LimitsConfig limitsConfig,
            ExecutionConfig config,
            Memory memory,
            CurrentLedger currentLedger,
            ExecutionMetrics metrics,
            DataFetcherExceptionHandler failureHandler) {
        this.limits = limits;
        this.limitsConfig = limitsConfig;
        this.currentLedger = currentLedger;
        this.metrics = metrics;
        // An experiment of graphql-java's, on unless it is switched off: a document could make non-null fields null.
        Directives.setExperimentalDisableErrorPropagationEnabled(false);
        this.schema = executable(schema, model);
        this.graphql = GraphQL.newGraphQL(this.schema)
                .defaultDataFetcherExceptionHandler(failureHandler)
                .instrumentation(SimplePerformantInstrumentation.INSTANCE)
                .preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(
                        input.getGraphQLContext().get(PreparsedDocumentEntry.class)))
                .build();
        BatchLoaderHelper names = new BatchLoaderHelper();
        DataFetcherFactory fetchers = new DataFetcherFactory();
        Map<FieldCoordinates, BatchLoaderWithContext<Object, Object>> byField = new HashMap<>();
        for (Operation operation : model.getBatchOperations()) {
            BatchLoaderWithContext<Object, Object> loader = ResolverMethods.loader(
                    operation,
                    fetchers.getSourceBatchLoader(operation, model.getTypes().get(operation.getName())));
            batchLoaders.put(names.getName(operation), loader);
            byField.put(
                    FieldCoordinates.coordinates(operation.getSourceFieldOn().getName(), operation.getName()), loader);
        }
        this.plans = new PlanCache(
                new PlanCompiler(this.schema, byField, PlainFields.fallible(model)),
                config.plans().bytes());
        plans.showIn(memory);
        this.renditions = new Renditions(config.renditions().bytes());
        renditions.showIn(memory);
    }

    /** What only reads is made quick, what does more can be stopped. */
    static GraphQLSchema executable(GraphQLSchema schema, Schema model) {
        GraphQLSchema tracked = TrackedFetcher.trackedIn(
                ResolverMethods.calledDirectlyIn(PlainFields.readDirectlyIn(schema, model), model));
        return IntrospectionNulls.takenIn(OfferedDirectives.toldIn(tracked));
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
        Estimate estimate = operation.estimate(variables, schema, limitsConfig);
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
        return begin(operation, variables, ledger, answering, false);
    }

    private Execution begin(
            PreparedOperation operation,
            Map<String, Object> variables,
            Ledger ledger,
            PlanRun.Answering answering,
            boolean isPlanned) {
        Executor turns = answering.estimate().bytes() < LARGE_ANSWER ? null : Loop.thisOrNextTurn();
        InFlight inFlight = turns == null ? new InFlight() : new InFlight(turns);
        ManagedContext requestContext = Arc.container().requestContext();
        requestContext.activate();
        InjectableContext.ContextState state = requestContext.getState();
        try {
            currentLedger.begin(ledger);
            Call call = new Call(operation, variables, ledger, answering, inFlight, state);
            CompletableFuture<Outcome> result =
                    result(call, isPlanned).whenComplete((r, t) -> requestContext.destroy(state));
            Execution execution = new Execution(inFlight, ledger, result, answering.estimate(), answering.room());
            admit(execution);
            return execution;
        } finally {
            SmallRyeContextManager.clearCurrentSmallRyeContext();
            requestContext.deactivate();
        }
    }

    /** What is to be executed, for whom. */
    private record Call(
            PreparedOperation operation,
            Map<String, Object> variables,
            Ledger ledger,
            PlanRun.Answering answering,
            InFlight inFlight,
            InjectableContext.ContextState state) {}

    private CompletableFuture<Outcome> result(Call call, boolean isPlanned) {
        GraphQLContext context = GraphQLContext.of(entries(call));
        CoercedVariables variables;
        try {
            variables = ValuesResolver.coerceVariableValues(
                    schema,
                    call.operation().definition().getVariableDefinitions(),
                    RawVariables.of(call.variables()),
                    context,
                    Locale.ENGLISH);
        } catch (GraphQLException wrong) {
            return wrongVariables(call);
        }
        PlanRun planned = run(call, variables, context);
        return planned == null || !isPlanned ? executed(call, null) : planned(call, planned);
    }

    /** Whatever it is that the engine does not take and that is not found here, it says itself. */
    private CompletableFuture<Outcome> wrongVariables(Call call) {
        List<GraphQLError> errors = VariableErrors.of(schema, call.operation(), call.variables());
        if (errors.isEmpty()) {
            return executed(call, null);
        }
        metrics.byEngine();
        return CompletableFuture.completedFuture(
                Outcome.of(ExecutionResult.newExecutionResult().errors(errors).build()));
    }

    /** Null if the operation is left to the engine, as a plan does not cover it. */
    private @Nullable PlanRun run(Call call, CoercedVariables variables, GraphQLContext context) {
        Plan plan = call.operation()
                .companion(Plans.class, whole -> new Plans(plans, whole))
                .of(variables);
        return plan == null
                ? null
                : new PlanRun(
                        plan,
                        new Environments(plan, variables, context),
                        call.inFlight(),
                        call.ledger(),
                        renditions,
                        call.answering());
    }

    private CompletableFuture<Outcome> planned(Call call, PlanRun run) {
        return run.start()
                .thenApply(json -> {
                    metrics.planned();
                    return Outcome.of(json, run.errors());
                })
                .exceptionallyCompose(thrown -> {
                    Throwable why = thrown instanceof CompletionException ? thrown.getCause() : thrown;
                    if (why instanceof RequestRefused refused) {
                        return CompletableFuture.completedFuture(Outcome.of(refused));
                    }
                    // Where memory has no room for an answer by a plan, it has none for the engine's, ten times as
                    // large.
                    return call.inFlight().isForNobody() || why instanceof OutOfMemoryError
                            ? CompletableFuture.failedFuture(thrown)
                            : executed(call, run);
                });
    }

    /** By the engine, which goes on from what a run of the plan has got, if there was one. */
    private CompletableFuture<Outcome> executed(Call call, @Nullable PlanRun begun) {
        if (begun == null) {
            metrics.byEngine();
        } else {
            metrics.finishedByEngine();
        }
        return graphql.executeAsync(input(call, begun)).thenApply(Engine::coded).thenApply(Outcome::of);
    }

    private void admit(Execution execution) {
        try {
            Admission.decide(execution.ledger(), limits);
        } catch (RequestRefused refused) {
            execution.refuse(refused);
            throw refused;
        }
    }

    private Map<Object, Object> entries(Call call) {
        SmallRyeContext context = new SmallRyeContext(Engine.class.getName());
        context.setRequest(JsonValue.EMPTY_JSON_OBJECT);
        Map<Object, Object> entries = new HashMap<>();
        entries.put(SmallRyeContextManager.CONTEXT, context);
        entries.put("runBlocking", false);
        entries.put("state", call.state());
        entries.put(InFlight.class, call.inFlight());
        // How much may be asked of the schema is a matter of the limits, as of everything else.
        entries.put(GoodFaithIntrospection.GOOD_FAITH_INTROSPECTION_DISABLED, true);
        return entries;
    }

    private ExecutionInput input(Call call, @Nullable PlanRun begun) {
        Map<Object, Object> entries = entries(call);
        entries.put(
                PreparsedDocumentEntry.class,
                new PreparsedDocumentEntry(call.operation().document()));
        if (begun != null) {
            entries.put(PlanRun.class, begun);
        }
        DataLoaderRegistry loaders = new DataLoaderRegistry();
        batchLoaders.forEach((name, loader) ->
                loaders.register(name, DataLoaderFactory.newDataLoaderWithTry(tracked(loader, call.inFlight()))));
        return ExecutionInput.newExecutionInput()
                .query("")
                .operationName(call.operation().definition().getName())
                .variables(call.variables())
                .graphQLContext(entries)
                .dataLoaderRegistry(loaders)
                .locale(Locale.ENGLISH)
                .build();
    }

    private static BatchLoaderWithContext<Object, Try<Object>> tracked(
            BatchLoaderWithContext<Object, Object> loader, InFlight inFlight) {
        return (keys, environment) -> {
            inFlight.requireOngoing();
            return inFlight.track(loader.load(keys, environment))
                    .handle((values, thrown) -> IntStream.range(0, keys.size())
                            .mapToObj(i -> tried(PartialFailure.outcome(values, thrown, i)))
                            .toList());
        };
    }

    private static Try<Object> tried(@Nullable Object outcome) {
        return outcome instanceof Throwable thrown ? Try.failed(thrown) : Try.succeeded(outcome);
    }

    private static ExecutionResult coded(ExecutionResult result) {
        return result.getErrors().stream().allMatch(CodedError.class::isInstance)
                ? result
                : result.transform(builder -> builder.errors(EngineErrors.coded(result.getErrors())));
    }
}
