package dev.meishi.execution.smallrye;

import dev.meishi.graphql.IntrospectionNulls;
import dev.meishi.graphql.OfferedDirectives;
import graphql.Directives;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.schema.model.Schema;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.dataloader.BatchLoaderWithContext;
import org.dataloader.DataLoaderRegistry;

/** The schema as it is executed, built once: the framework's, with its properties read and its resolvers called directly. */
@Singleton
public class ExecutableSchema {

    private final GraphQLSchema schema;
    private final BatchLoaders loaders;
    private final Set<String> fallible;

    ExecutableSchema(GraphQLSchema schema, Schema model) {
        // An experiment of graphql-java's, on unless it is switched off: a document could make non-null fields null.
        Directives.setExperimentalDisableErrorPropagationEnabled(false);
        this.schema = of(schema, model);
        this.loaders = new BatchLoaders(model);
        this.fallible = PlainFields.fallible(model);
    }

    /** What only reads is made quick, what does more can be stopped. */
    static GraphQLSchema of(GraphQLSchema schema, Schema model) {
        GraphQLSchema read = ComputedFields.readDirectlyIn(PlainFields.readDirectlyIn(schema, model), model);
        GraphQLSchema tracked = TrackedFetcher.trackedIn(ResolverMethods.calledDirectlyIn(read, model));
        return IntrospectionNulls.takenIn(OfferedDirectives.toldIn(tracked));
    }

    /**
     * Of the engine and of plans alike.
     *
     * @return the schema
     */
    public GraphQLSchema schema() {
        return schema;
    }

    /**
     * Resolvers that are called once for many objects.
     *
     * @return by the field that each resolves
     */
    public Map<FieldCoordinates, BatchLoaderWithContext<Object, Object>> batchResolvers() {
        return loaders.byField();
    }

    /**
     * The same resolvers, as one execution by the engine takes them.
     *
     * @param work that the execution waits for
     * @return new data loaders
     */
    public DataLoaderRegistry dataLoaders(WorkTracker work) {
        return loaders.registry(work);
    }

    /**
     * Types of objects of which some may not be readable.
     *
     * @return their names
     */
    public Set<String> fallibleTypes() {
        return fallible;
    }
}
