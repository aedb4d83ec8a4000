package dev.meishi.execution.plan;

import dev.meishi.execution.smallrye.FieldReader;
import dev.meishi.execution.smallrye.Property;
import dev.meishi.execution.smallrye.TrackedFetcher;
import dev.meishi.graphql.Settings;
import graphql.introspection.Introspection;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The served schema as far as plans are made of it: nothing is there behind its fields. */
final class PlannedSchema {

    private static final DataFetcher<?> NOTHING = environment -> CompletableFuture.completedFuture(null);

    private PlannedSchema() {}

    private record Nothing(FieldReader reader) implements DataFetcher<@Nullable Object>, Property {

        @Override
        public @Nullable Object get(DataFetchingEnvironment environment) {
            return null;
        }
    }

    static PlanCompiler compiler() {
        GraphQLSchema served = Settings.servedSchema();
        GraphQLSchema schema = served.transformWithoutTypes(builder ->
                builder.codeRegistry(served.getCodeRegistry().transform(registry -> {
                    for (GraphQLFieldDefinition root : served.getQueryType().getFieldDefinitions()) {
                        registry.dataFetcher(
                                FieldCoordinates.coordinates("Query", root.getName()), new TrackedFetcher(NOTHING));
                    }
                    served.getAllTypesAsList().stream()
                            .filter(GraphQLObjectType.class::isInstance)
                            .map(GraphQLObjectType.class::cast)
                            .filter(type -> !type.equals(served.getQueryType()))
                            .filter(type -> !Introspection.isIntrospectionTypes(type))
                            .forEach(type -> type.getFieldDefinitions()
                                    .forEach(field -> registry.dataFetcher(
                                            FieldCoordinates.coordinates(type, field), new Nothing(object -> null))));
                })));
        return new PlanCompiler(schema, Map.of(), Set.of());
    }
}
