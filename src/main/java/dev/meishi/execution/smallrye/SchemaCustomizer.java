package dev.meishi.execution.smallrye;

import dev.meishi.graphql.DateScalar;
import dev.meishi.graphql.DateTimeScalar;
import dev.meishi.graphql.IdScalar;
import graphql.Scalars;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.SchemaTransformer;
import graphql.schema.TypeResolver;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.spi.EventingService;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Called by SmallRye while it builds the schema: what is ours about it. */
public final class SchemaCustomizer implements EventingService {

    /** What the framework appends to the description of every date; the scalar says it, and more exactly. */
    private static final String DATE_FORMAT_NOTE = " (ISO-8601)";

    @Override
    public @Nullable String getConfigKey() {
        return null;
    }

    /** An argument that is a list of ids: the framework takes the list's class for the id's and refuses every value. */
    @Override
    public Operation createOperation(Operation operation) {
        operation.getArguments().stream()
                .map(Argument::getReference)
                .filter(reference -> reference.getClassName().equals(List.class.getName()))
                .forEach(reference -> reference.setClassName(String.class.getName()));
        return operation;
    }

    /** Without the framework's own directives, which no document can use, with scalars that follow their rules and no words added. */
    @Override
    public GraphQLSchema.Builder beforeSchemaBuild(GraphQLSchema.Builder builder) {
        GraphQLSchema schema =
                SchemaTransformer.transformSchema(builder.clearDirectives().build(), new Polish());
        return GraphQLSchema.newSchema(schema).codeRegistry(typesByName(schema));
    }

    /** The framework resolves an interface to a type of the schema as it was; a fragment matches only a type that is. */
    private static GraphQLCodeRegistry typesByName(GraphQLSchema schema) {
        GraphQLCodeRegistry before = schema.getCodeRegistry();
        return before.transform(registry -> schema.getAllTypesAsList().stream()
                .filter(GraphQLInterfaceType.class::isInstance)
                .map(GraphQLInterfaceType.class::cast)
                .forEach(type -> {
                    TypeResolver resolver = before.getTypeResolver(type);
                    registry.typeResolver(
                            type,
                            environment -> environment
                                    .getSchema()
                                    .getObjectType(resolver.getType(environment).getName()));
                }));
    }

    private static final class Polish extends GraphQLTypeVisitorStub {

        @Override
        public TraversalControl visitGraphQLScalarType(
                GraphQLScalarType scalar, TraverserContext<GraphQLSchemaElement> context) {
            return switch (scalar.getName()) {
                case "Date" -> changeNode(context, DateScalar.TYPE);
                case "DateTime" -> changeNode(context, DateTimeScalar.TYPE);
                case "Int" -> changeNode(context, Scalars.GraphQLInt);
                case "ID" -> changeNode(context, IdScalar.TYPE);
                default -> TraversalControl.CONTINUE;
            };
        }

        @Override
        public TraversalControl visitGraphQLFieldDefinition(
                GraphQLFieldDefinition field, TraverserContext<GraphQLSchemaElement> context) {
            String reason = deprecation(field);
            if (!isPadded(field.getDescription()) && reason == null) {
                return TraversalControl.CONTINUE;
            }
            return changeNode(context, field.transform(f -> {
                f.description(
                        isPadded(field.getDescription()) ? unpadded(field.getDescription()) : field.getDescription());
                f.deprecate(reason);
            }));
        }

        /** The framework notes a deprecation where the printed schema has it, and not where introspection looks. */
        private static @Nullable String deprecation(GraphQLFieldDefinition field) {
            for (GraphQLSchemaElement part : field.getChildren()) {
                if (part instanceof GraphQLDirective directive
                        && directive.getName().equals("deprecated")) {
                    return directive.getArgument("reason").toAppliedArgument().getValue();
                }
            }
            return null;
        }

        @Override
        public TraversalControl visitGraphQLInputObjectField(
                GraphQLInputObjectField field, TraverserContext<GraphQLSchemaElement> context) {
            return isPadded(field.getDescription())
                    ? changeNode(context, field.transform(f -> f.description(unpadded(field.getDescription()))))
                    : TraversalControl.CONTINUE;
        }

        @Override
        public TraversalControl visitGraphQLArgument(
                GraphQLArgument argument, TraverserContext<GraphQLSchemaElement> context) {
            return isPadded(argument.getDescription())
                    ? changeNode(context, argument.transform(a -> a.description(unpadded(argument.getDescription()))))
                    : TraversalControl.CONTINUE;
        }

        @Override
        public TraversalControl visitGraphQLObjectType(
                GraphQLObjectType type, TraverserContext<GraphQLSchemaElement> context) {
            return type.getName().equals("Query")
                    ? changeNode(context, type.transform(query -> query.description("Everything there is to ask for.")))
                    : TraversalControl.CONTINUE;
        }

        private static boolean isPadded(@Nullable String description) {
            return description != null && description.endsWith(DATE_FORMAT_NOTE);
        }

        private static String unpadded(String description) {
            return description.substring(0, description.length() - DATE_FORMAT_NOTE.length());
        }
    }
}
