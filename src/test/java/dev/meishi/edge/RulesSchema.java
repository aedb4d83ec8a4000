package dev.meishi.edge;

import graphql.Scalars;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeReference;
import io.smallrye.graphql.spi.EventingService;
import jakarta.annotation.Priority;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * The schema that the rules are tried on: with mutations, one of a type that has itself as a field, as the product has
 * neither; and for the framework's endpoint without what the product makes of the schema, as the framework built it.
 * Any other test has its schema as it is.
 */
public abstract class RulesSchema implements EventingService {

    /** {@code product} or {@code framework}: whose schema the rules are tried on. */
    static final String KEY = "rules.schema";

    private static @Nullable GraphQLSchema asBuilt;

    /** Always asked, as the framework looks for a key only once in a JVM. */
    @Override
    public @Nullable String getConfigKey() {
        return null;
    }

    private static Optional<String> whose() {
        return ConfigProvider.getConfig().getOptionalValue(KEY, String.class);
    }

    /** Before the product sees the schema. */
    @Priority(1)
    public static final class Before extends RulesSchema {

        @Override
        public GraphQLSchema.Builder beforeSchemaBuild(GraphQLSchema.Builder builder) {
            if (whose().isEmpty()) {
                return builder;
            }
            asBuilt = withMutations(builder.build());
            return GraphQLSchema.newSchema(asBuilt);
        }

        private static GraphQLSchema withMutations(GraphQLSchema schema) {
            GraphQLObjectType doll = GraphQLObjectType.newObject()
                    .name("Doll")
                    .field(inside -> inside.name("doll").type(GraphQLTypeReference.typeRef("Doll")))
                    .build();
            GraphQLObjectType mutation = GraphQLObjectType.newObject()
                    .name("Mutation")
                    .field(note -> note.name("note").type(Scalars.GraphQLString))
                    .field(outermost -> outermost.name("doll").type(doll))
                    .build();
            return GraphQLSchema.newSchema(schema)
                    .mutation(mutation)
                    .codeRegistry(schema.getCodeRegistry()
                            .transform(registry -> registry.dataFetcher(
                                            FieldCoordinates.coordinates("Mutation", "note"), always("noted"))
                                    .dataFetcher(FieldCoordinates.coordinates("Mutation", "doll"), always("doll"))
                                    .dataFetcher(FieldCoordinates.coordinates("Doll", "doll"), always("doll"))))
                    .build();
        }

        private static DataFetcher<String> always(String value) {
            return environment -> value;
        }
    }

    /** After the product has changed it. */
    @Priority(2000)
    public static final class After extends RulesSchema {

        @Override
        public GraphQLSchema.Builder beforeSchemaBuild(GraphQLSchema.Builder builder) {
            return whose().filter("framework"::equals).isPresent() ? GraphQLSchema.newSchema(asBuilt) : builder;
        }
    }
}
