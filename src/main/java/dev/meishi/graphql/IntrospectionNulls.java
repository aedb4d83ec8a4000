package dev.meishi.graphql;

import graphql.introspection.Introspection;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Map;

/**
 * Takes {@code includeDeprecated: null} for false: the argument may be null (specification of October 2021, section 4.2),
 * and the engine's own resolvers fail at it.
 */
public final class IntrospectionNulls {

    private static final String ARGUMENT = "includeDeprecated";

    private static final List<GraphQLObjectType> OWNERS =
            List.of(Introspection.__Type, Introspection.__Field, Introspection.__Directive);

    private IntrospectionNulls() {}

    /**
     * The same schema, which can be asked about with a null.
     *
     * @param schema as it is executed
     * @return the schema
     */
    public static GraphQLSchema takenIn(GraphQLSchema schema) {
        GraphQLCodeRegistry engines = schema.getCodeRegistry();
        GraphQLCodeRegistry taking = engines.transform(registry -> OWNERS.forEach(owner -> owner.getFields().stream()
                .filter(field -> field.getArgument(ARGUMENT) != null)
                .forEach(field -> take(owner, field, engines, registry))));
        return schema.transformWithoutTypes(builder -> builder.codeRegistry(taking));
    }

    private static void take(
            GraphQLObjectType owner,
            GraphQLFieldDefinition field,
            GraphQLCodeRegistry engines,
            GraphQLCodeRegistry.Builder registry) {
        FieldCoordinates place = FieldCoordinates.coordinates(owner, field);
        DataFetcher<?> engine = engines.getDataFetcher(place, field);
        DataFetcher<?> taking = environment -> engine.get(withoutNull(environment));
        registry.dataFetcher(place, taking);
    }

    private static DataFetchingEnvironment withoutNull(DataFetchingEnvironment environment) {
        return environment.getArgument(ARGUMENT) != null
                ? environment
                : DataFetchingEnvironmentImpl.newDataFetchingEnvironment(environment)
                        .arguments(Map.of(ARGUMENT, false))
                        .build();
    }
}
