package dev.meishi.execution.smallrye;

import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.execution.datafetcher.helper.ArgumentHelper;
import io.smallrye.graphql.execution.datafetcher.helper.BatchLoaderHelper;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Schema;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.dataloader.BatchLoaderWithContext;

/** Puts {@link ResolverMethod} in the place of the framework's own way to call a resolver, wherever that does no more. */
final class ResolverMethods {

    private ResolverMethods() {}

    /** The same schema; what is no query and no {@code @Source} field is left as it is. */
    static GraphQLSchema calledDirectlyIn(GraphQLSchema schema, Schema model) {
        String query = schema.getQueryType().getName();
        GraphQLCodeRegistry direct = schema.getCodeRegistry().transform(registry -> {
            model.getQueries().forEach(operation -> register(query, operation, registry));
            model.getTypes()
                    .values()
                    .forEach(type -> type.getOperations()
                            .values()
                            .forEach(operation -> register(type.getName(), operation, registry)));
            model.getBatchOperations().forEach(operation -> registerBatch(operation, registry));
        });
        return schema.transformWithoutTypes(builder -> builder.codeRegistry(direct));
    }

    private static void register(String type, Operation operation, GraphQLCodeRegistry.Builder registry) {
        ResolverMethod.of(operation).ifPresent(method -> {
            ArgumentHelper arguments = new ArgumentHelper(operation.getArguments());
            DataFetcher<Object> fetcher = environment -> method.call(
                    SelectedNames.in(environment),
                    arguments.getArguments(environment).toArray());
            registry.dataFetcher(FieldCoordinates.coordinates(type, operation.getName()), new TrackedFetcher(fetcher));
        });
    }

    private static void registerBatch(Operation operation, GraphQLCodeRegistry.Builder registry) {
        if (isOfObjectsAlone(operation) && ResolverMethod.of(operation).isPresent()) {
            String loader = new BatchLoaderHelper().getName(operation);
            DataFetcher<Object> fetcher = environment -> Objects.requireNonNull(environment.getDataLoader(loader))
                    .load(Objects.requireNonNull(environment.getSource()), BatchContext.ofKey(environment));
            registry.dataFetcher(
                    FieldCoordinates.coordinates(operation.getSourceFieldOn().getName(), operation.getName()),
                    new TrackedFetcher(fetcher));
        }
    }

    private static boolean isOfObjectsAlone(Operation operation) {
        return operation.getArguments().size() == 1;
    }

    /**
     * The resolver of a field for many objects.
     *
     * @param operation that takes a list of them, and nothing else
     * @param framework how it is called if it needs more
     */
    static BatchLoaderWithContext<Object, Object> loader(
            Operation operation, BatchLoaderWithContext<Object, Object> framework) {
        if (!isOfObjectsAlone(operation)) {
            return framework;
        }
        return ResolverMethod.of(operation)
                .<BatchLoaderWithContext<Object, Object>>map(method -> (objects, environment) -> {
                    try {
                        return values(method.call(BatchContext.first(environment), objects));
                    } catch (Exception thrown) {
                        return CompletableFuture.failedFuture(thrown);
                    }
                })
                .orElse(framework);
    }

    @SuppressWarnings("unchecked")
    private static CompletableFuture<List<Object>> values(CompletableFuture<?> result) {
        return (CompletableFuture<List<Object>>) result;
    }
}
