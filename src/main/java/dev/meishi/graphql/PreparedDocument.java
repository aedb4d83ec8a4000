package dev.meishi.graphql;

import dev.meishi.failure.ErrorCode;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A document that is valid and within the limits, parsed and validated once and executed often. */
final class PreparedDocument {

    private final List<PreparedOperation> operations;

    PreparedDocument(Document document, GraphQLSchema schema) {
        Map<String, FragmentDefinition> fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toMap(FragmentDefinition::getName, Function.identity()));
        operations = document.getDefinitionsOfType(OperationDefinition.class).stream()
                .map(operation -> {
                    GraphQLObjectType root = root(schema, operation);
                    return new PreparedOperation(
                            document,
                            operation,
                            root,
                            fragments,
                            () -> SelectedFields.of(schema, fragments, root, operation.getSelectionSet()));
                })
                .toList();
    }

    private static GraphQLObjectType root(GraphQLSchema schema, OperationDefinition operation) {
        return switch (operation.getOperation()) {
            case QUERY -> schema.getQueryType();
            case MUTATION -> schema.getMutationType();
            case SUBSCRIPTION -> schema.getSubscriptionType();
        };
    }

    /** The operation of that name, or the only one there is: specification, section 6.1, GetOperation. */
    PreparedOperation operation(@Nullable String name) {
        return operations.get(
                index(operations.stream().map(PreparedOperation::definition).toList(), name));
    }

    /** The names of its operations, of those that have one. */
    Set<String> names() {
        return operations.stream()
                .map(operation -> operation.definition().getName())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** Which text it was read from. */
    PreparedDocument readFrom(String text) {
        operations.forEach(operation -> operation.readFrom(text));
        return this;
    }

    /** It is no longer cached. */
    void drop() {
        operations.forEach(PreparedOperation::drop);
    }

    /** Whether any operation asks for the schema; {@code __typename} does not. */
    boolean isIntrospective() {
        return operations.stream()
                .flatMap(operation -> operation.fields().stream())
                .anyMatch(field -> field.endsWith(".__schema") || field.endsWith(".__type"));
    }

    /**
     * Which operation is to be executed.
     *
     * @param operations of a document, valid or not
     * @param name of the operation; null or empty if the request has none
     * @return its place
     * @throws RequestRefused {@code OPERATION_NOT_FOUND}
     */
    static int index(List<OperationDefinition> operations, @Nullable String name) {
        if (name == null || name.isEmpty()) {
            if (operations.size() == 1) {
                return 0;
            }
            throw RequestRefused.of(
                    ErrorCode.OPERATION_NOT_FOUND,
                    operations.isEmpty()
                            ? "The document has no operation."
                            : "The document has " + operations.size()
                                    + " operations: operationName must say which one to execute.");
        }
        for (int i = 0; i < operations.size(); i++) {
            if (Objects.equals(operations.get(i).getName(), name)) {
                return i;
            }
        }
        throw RequestRefused.of(ErrorCode.OPERATION_NOT_FOUND, "The document has no operation named '" + name + "'.");
    }
}
