package dev.meishi.execution.smallrye;

import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.execution.datafetcher.helper.OperationInvoker;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Schema;
import io.smallrye.graphql.schema.model.Type;

/**
 * Reads what a resolver computes of one object, and of nothing else, as if the object had it: at once, without a context of
 * its own, and once for as long as the object's JSON is cached. Such a resolver gives a text, and neither waits nor fails.
 */
final class ComputedFields {

    private ComputedFields() {}

    /** The same schema; what needs more than the object is left as it is. */
    static GraphQLSchema readDirectlyIn(GraphQLSchema schema, Schema model) {
        GraphQLCodeRegistry direct = schema.getCodeRegistry()
                .transform(registry -> model.getTypes().values().forEach(type -> register(type, registry)));
        return schema.transformWithoutTypes(builder -> builder.codeRegistry(direct));
    }

    private static void register(Type type, GraphQLCodeRegistry.Builder registry) {
        for (Operation operation : type.getOperations().values()) {
            OperationInvoker method = new OperationInvoker(operation);
            if (isComputed(operation, method)) {
                FieldReader reader = reader(method);
                registry.dataFetcher(
                        FieldCoordinates.coordinates(type.getName(), operation.getName()),
                        new PlainFields.Accessor(() -> reader));
            }
        }
    }

    private static boolean isComputed(Operation operation, OperationInvoker method) {
        return String.class.equals(method.getMethod().getReturnType())
                && operation.getArguments().size() == 1
                && !operation.hasTransformation()
                && !operation.isAdaptingTo()
                && !operation.isAdaptingWith();
    }

    private static FieldReader reader(OperationInvoker method) {
        return object -> {
            try {
                return method.invoke(object);
            } catch (Exception thrown) {
                throw new IllegalStateException(thrown);
            }
        };
    }
}
