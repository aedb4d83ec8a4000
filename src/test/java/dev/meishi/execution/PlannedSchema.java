package dev.meishi.execution;

import dev.meishi.graphql.Settings;
import graphql.introspection.Introspection;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The served schema as far as plans are made of it: nothing is there behind its fields. */
final class PlannedSchema {

    private static final DataFetcher<?> NOTHING = environment -> CompletableFuture.completedFuture(null);

    private PlannedSchema() {}

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
                                            FieldCoordinates.coordinates(type, field),
                                            new PlainFields.Accessor(object -> null))));
                })));
        return new PlanCompiler(schema, Map.of(), Set.of());
    }
}
