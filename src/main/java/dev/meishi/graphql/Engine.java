package dev.meishi.graphql;

import dev.meishi.ledger.CurrentLedger;
import dev.meishi.ledger.Ledger;
import graphql.Directives;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.preparsed.PreparsedDocumentEntry;
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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.dataloader.BatchLoaderWithContext;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderRegistry;

/**
 * Executes prepared operations with graphql-java and SmallRye's resolvers. In place of SmallRye's own service, which
 * parses a document a second time, keeps 2,048 of any size, and cannot be stopped.
 */
@ApplicationScoped
public class Engine {

    private final GraphQLSchema schema;
    private final Limits limits;
    private final LimitsConfig limitsConfig;
    private final CurrentLedger currentLedger;
    private final GraphQL graphql;
    private final Map<String, BatchLoaderWithContext<Object, Object>> batchLoaders = new HashMap<>();

    Engine(
            GraphQLSchema schema,
            Schema model,
            Limits limits,
            LimitsConfig limitsConfig,
            CurrentLedger currentLedger,
            DataFetcherExceptionHandler failureHandler) {
        this.schema = schema;
        this.limits = limits;
        this.limitsConfig = limitsConfig;
        this.currentLedger = currentLedger;
        // An experiment of graphql-java's, on unless it is switched off: a document could make non-null fields null.
        Directives.setExperimentalDisableErrorPropagationEnabled(false);
        this.graphql = GraphQL.newGraphQL(executable(schema, model))
                .defaultDataFetcherExceptionHandler(failureHandler)
                .instrumentation(SimplePerformantInstrumentation.INSTANCE)
                .preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(
                        input.getGraphQLContext().get(PreparsedDocumentEntry.class)))
                .build();
        BatchLoaderHelper names = new BatchLoaderHelper();
        DataFetcherFactory fetchers = new DataFetcherFactory();
        for (Operation operation : model.getBatchOperations()) {
            batchLoaders.put(
                    names.getName(operation),
                    fetchers.getSourceBatchLoader(operation, model.getTypes().get(operation.getName())));
        }
    }

    /** What only reads is made quick, what does more can be stopped. */
    static GraphQLSchema executable(GraphQLSchema schema, Schema model) {
        return TrackedFetcher.trackedIn(PlainFields.readDirectlyIn(schema, model));
    }

    /**
     * Begins an operation: lets all its root fields say what they need of LINE WORKS, and then lets it have that or not.
     *
     * @param operation valid and within the limits
     * @param variables as sent
     * @param ledger what it may take of LINE WORKS; resolvers find it in {@link CurrentLedger}
     * @return the execution, under way
     * @throws RequestRefused {@code LIMIT_EXCEEDED} if it may answer more objects, or needs more calls, than are allowed
     */
    public Execution start(PreparedOperation operation, Map<String, Object> variables, Ledger ledger) {
        long cost = CostEstimate.of(schema, operation, variables, limitsConfig);
        limits.check(Limit.COST, cost);
        return begin(operation, variables, ledger, cost);
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
        return begin(operation, variables, ledger, 0);
    }

    private Execution begin(PreparedOperation operation, Map<String, Object> variables, Ledger ledger, long cost) {
        InFlight inFlight = new InFlight();
        ManagedContext requestContext = Arc.container().requestContext();
        requestContext.activate();
        InjectableContext.ContextState state = requestContext.getState();
        try {
            currentLedger.begin(ledger);
            CompletableFuture<ExecutionResult> result = graphql.executeAsync(
                            input(operation, variables, inFlight, state))
                    .thenApply(Engine::coded)
                    .whenComplete((r, t) -> requestContext.destroy(state));
            Execution execution = new Execution(inFlight, ledger, result, cost);
            admit(execution);
            return execution;
        } finally {
            SmallRyeContextManager.clearCurrentSmallRyeContext();
            requestContext.deactivate();
        }
    }

    private void admit(Execution execution) {
        try {
            Admission.decide(execution.ledger(), limits);
        } catch (RequestRefused refused) {
            execution.refuse(refused);
            throw refused;
        }
    }

    private ExecutionInput input(
            PreparedOperation operation,
            Map<String, Object> variables,
            InFlight inFlight,
            InjectableContext.ContextState state) {
        SmallRyeContext context = new SmallRyeContext(Engine.class.getName());
        context.setRequest(JsonValue.EMPTY_JSON_OBJECT);
        Map<Object, Object> entries = new HashMap<>();
        entries.put(SmallRyeContextManager.CONTEXT, context);
        entries.put("runBlocking", false);
        entries.put("state", state);
        entries.put(InFlight.class, inFlight);
        entries.put(PreparsedDocumentEntry.class, new PreparsedDocumentEntry(operation.document()));
        DataLoaderRegistry loaders = new DataLoaderRegistry();
        batchLoaders.forEach(
                (name, loader) -> loaders.register(name, DataLoaderFactory.newDataLoader(tracked(loader, inFlight))));
        return ExecutionInput.newExecutionInput()
                .query("")
                .operationName(operation.definition().getName())
                .variables(variables)
                .graphQLContext(entries)
                .dataLoaderRegistry(loaders)
                .locale(Locale.ENGLISH)
                .build();
    }

    private static BatchLoaderWithContext<Object, Object> tracked(
            BatchLoaderWithContext<Object, Object> loader, InFlight inFlight) {
        return (keys, environment) -> {
            inFlight.requireOngoing();
            return inFlight.track(loader.load(keys, environment));
        };
    }

    private static ExecutionResult coded(ExecutionResult result) {
        return result.getErrors().stream().allMatch(CodedError.class::isInstance)
                ? result
                : result.transform(builder -> builder.errors(EngineErrors.coded(result.getErrors())));
    }
}
