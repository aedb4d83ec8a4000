package dev.meishi.execution.smallrye;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.execution.datafetcher.BatchDataFetcher;
import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A resolver whose work ends with the execution that it is called in.
 *
 * @param resolver as the framework made it
 */
public record TrackedFetcher(DataFetcher<?> resolver) implements DataFetcher<Object> {

    /**
     * The same schema with its resolvers tracked; what only reads a property of its object is left as it is. Done for
     * each start of the application, and not while the framework builds the schema: it caches what it calls then over
     * restarts in one JVM, with classes of a loader that is gone.
     */
    static GraphQLSchema trackedIn(GraphQLSchema schema) {
        GraphQLCodeRegistry before = schema.getCodeRegistry();
        GraphQLCodeRegistry tracked = before.transform(registry -> schema.getAllTypesAsList().stream()
                .filter(GraphQLObjectType.class::isInstance)
                .map(GraphQLObjectType.class::cast)
                .forEach(type -> type.getFieldDefinitions().forEach(field -> {
                    DataFetcher<?> fetcher = before.getDataFetcher(type, field);
                    if (fetcher instanceof PlugableDataFetcher || fetcher instanceof BatchDataFetcher) {
                        registry.dataFetcher(FieldCoordinates.coordinates(type, field), new TrackedFetcher(fetcher));
                    }
                })));
        return schema.transformWithoutTypes(builder -> builder.codeRegistry(tracked));
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
        WorkTracker execution = environment.getGraphQlContext().get(WorkTracker.class);
        execution.requireOngoing();
        Object value = resolver.get(environment);
        return value instanceof CompletionStage<?> work
                ? execution.track(anything(work)).exceptionallyCompose(thrown -> PartialList.of(thrown, environment))
                : value;
    }

    @SuppressWarnings("unchecked")
    private static CompletionStage<Object> anything(CompletionStage<?> work) {
        return (CompletionStage<Object>) work;
    }
}
