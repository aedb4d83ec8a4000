package dev.meishi.execution.plan;

import dev.meishi.graphql.PreparedOperation;
import dev.meishi.json.JsonMaps;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.MergedField;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.introspection.GoodFaithIntrospection;
import graphql.introspection.Introspection;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * The results of the introspection fields {@code __schema} and {@code __type}. With the same variables they are the same for
 * every request, so the engine executes them once, when a plan is compiled, and the plan holds their JSON.
 */
final class IntrospectionResults {

    private static final Set<String> FIELDS =
            Set.of(Introspection.SchemaMetaFieldDef.getName(), Introspection.TypeMetaFieldDef.getName());

    private final GraphQL engine;

    /**
     * Results of one schema.
     *
     * @param schema as it is executed
     */
    IntrospectionResults(GraphQLSchema schema) {
        this.engine = GraphQL.newGraphQL(schema)
                .instrumentation(SimplePerformantInstrumentation.INSTANCE)
                .preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(
                        input.getGraphQLContext().get(PreparsedDocumentEntry.class)))
                .build();
    }

    /** Whether a field of the query type is answered from the schema alone. */
    static boolean isIntrospection(String name) {
        return FIELDS.contains(name);
    }

    /**
     * Executes an introspection field.
     *
     * @param operation that the field is part of
     * @param field its selections, merged
     * @param variables coerced; those that are null may be absent
     * @return the field's value as JSON, in UTF-8
     * @throws NotPlannable if the engine does not answer it without an error
     */
    byte[] of(PreparedOperation operation, MergedField field, Map<String, Object> variables) {
        ExecutionResult result = engine.execute(ExecutionInput.newExecutionInput()
                .query("")
                .variables(variables)
                .graphQLContext(Map.of(
                        PreparsedDocumentEntry.class,
                        new PreparsedDocumentEntry(alone(operation, field, variables.keySet())),
                        GoodFaithIntrospection.GOOD_FAITH_INTROSPECTION_DISABLED,
                        true))
                .locale(Locale.ENGLISH)
                .build());
        Map<String, Object> data = result.getData();
        if (!result.getErrors().isEmpty() || data == null) {
            throw new NotPlannable("introspection that ends in an error");
        }
        return JsonMaps.bytes(data.get(field.getResultKey()));
    }

    /** The field as an operation of its own, with the variables that it needs and the fragments of the document. */
    private static Document alone(PreparedOperation operation, MergedField field, Set<String> variables) {
        List<VariableDefinition> needed = operation.definition().getVariableDefinitions().stream()
                .filter(variable -> variables.contains(variable.getName()))
                .toList();
        OperationDefinition definition = OperationDefinition.newOperationDefinition()
                .operation(OperationDefinition.Operation.QUERY)
                .variableDefinitions(needed)
                .selectionSet(new SelectionSet(field.getFields()))
                .build();
        Document.Builder document = Document.newDocument().definition(definition);
        operation.fragments().values().forEach(document::definition);
        return document.build();
    }
}
