package dev.meishi.execution.smallrye;

import dev.meishi.failure.PartialFailure;
import graphql.schema.FieldCoordinates;
import io.smallrye.graphql.bootstrap.DataFetcherFactory;
import io.smallrye.graphql.execution.datafetcher.helper.BatchLoaderHelper;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Schema;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.dataloader.BatchLoaderWithContext;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderRegistry;
import org.dataloader.Try;
import org.jspecify.annotations.Nullable;

/** The resolvers that are called once for many objects. */
final class BatchLoaders {

    private final Map<String, BatchLoaderWithContext<Object, Object>> byName = new HashMap<>();
    private final Map<FieldCoordinates, BatchLoaderWithContext<Object, Object>> byField = new HashMap<>();

    /** Those of a schema, by the framework's names. */
    BatchLoaders(Schema model) {
        BatchLoaderHelper names = new BatchLoaderHelper();
        DataFetcherFactory fetchers = new DataFetcherFactory();
        for (Operation operation : model.getBatchOperations()) {
            BatchLoaderWithContext<Object, Object> loader = ResolverMethods.loader(
                    operation,
                    fetchers.getSourceBatchLoader(operation, model.getTypes().get(operation.getName())));
            byName.put(names.getName(operation), loader);
            byField.put(
                    FieldCoordinates.coordinates(operation.getSourceFieldOn().getName(), operation.getName()), loader);
        }
    }

    Map<FieldCoordinates, BatchLoaderWithContext<Object, Object>> byField() {
        return byField;
    }

    /** For one execution. */
    DataLoaderRegistry registry(WorkTracker work) {
        DataLoaderRegistry loaders = new DataLoaderRegistry();
        byName.forEach((name, loader) ->
                loaders.register(name, DataLoaderFactory.newDataLoaderWithTry(tracked(loader, work))));
        return loaders;
    }

    private static BatchLoaderWithContext<Object, Try<Object>> tracked(
            BatchLoaderWithContext<Object, Object> loader, WorkTracker work) {
        return (keys, environment) -> {
            work.requireOngoing();
            return work.track(loader.load(keys, environment))
                    .handle((values, thrown) -> IntStream.range(0, keys.size())
                            .mapToObj(i -> tried(PartialFailure.outcome(values, thrown, i)))
                            .toList());
        };
    }

    private static Try<Object> tried(@Nullable Object outcome) {
        return outcome instanceof Throwable thrown ? Try.failed(thrown) : Try.succeeded(outcome);
    }
}
