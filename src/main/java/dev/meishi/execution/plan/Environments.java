package dev.meishi.execution.plan;

import dev.meishi.execution.smallrye.BatchContext;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.ExecutionId;
import graphql.execution.ExecutionStepInfo;
import graphql.execution.ResultPath;
import graphql.execution.ValuesResolver;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.DataFetchingFieldSelectionSetImpl;
import graphql.schema.GraphQLFieldDefinition;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;

/** What resolvers are called with in one run of a plan: the same as by the engine. */
final class Environments {

    private static final DataLoaderRegistry NO_LOADERS = new DataLoaderRegistry();

    /** No resolver tells one execution from another by it, and a random one costs more than most resolvers. */
    private static final ExecutionId ID = ExecutionId.from("plan");

    private final Plan plan;
    private final CoercedVariables variables;
    private final GraphQLContext context;

    Environments(Plan plan, CoercedVariables variables, GraphQLContext context) {
        this.plan = plan;
        this.variables = variables;
        this.context = context;
    }

    /** For one object. */
    DataFetchingEnvironment of(PlannedField field, @Nullable Object object, @Nullable ResultPath path) {
        GraphQLFieldDefinition definition = Objects.requireNonNull(field.definition());
        Map<String, Object> arguments = arguments(field, definition);
        return DataFetchingEnvironmentImpl.newDataFetchingEnvironment()
                .source(object)
                .arguments(arguments)
                .graphQLContext(context)
                .fieldDefinition(definition)
                .mergedField(field.merged())
                .fieldType(definition.getType())
                .parentType(field.owner())
                .graphQLSchema(plan.schema())
                .fragmentsByName(plan.operation().fragments())
                .executionId(ID)
                .selectionSet(field.selection().of(() -> whole(field, definition)))
                .executionStepInfo(() -> step(field, definition, path))
                .dataLoaderRegistry(NO_LOADERS)
                .locale(Locale.ENGLISH)
                .operationDefinition(plan.operation().definition())
                .document(plan.operation().document())
                .variables(variables.toMap())
                .build();
    }

    /** For all objects of a field without arguments; the framework looks at the context of the first. */
    BatchLoaderEnvironment ofBatch(FieldResults field) {
        DataFetchingEnvironment first = of(field.field(), field.objects().get(0), field.path(0));
        return BatchContext.of(first);
    }

    private Map<String, Object> arguments(PlannedField field, GraphQLFieldDefinition definition) {
        return definition.getArguments().isEmpty()
                ? Map.of()
                : ValuesResolver.getArgumentValues(
                        plan.schema().getCodeRegistry(),
                        definition.getArguments(),
                        field.merged().getArguments(),
                        variables,
                        context,
                        Locale.ENGLISH);
    }

    private ExecutionStepInfo step(PlannedField field, GraphQLFieldDefinition definition, @Nullable ResultPath path) {
        ResultPath root = ResultPath.rootPath();
        ExecutionStepInfo parent = ExecutionStepInfo.newExecutionStepInfo()
                .type(plan.schema().getQueryType())
                .path(root)
                .build();
        return ExecutionStepInfo.newExecutionStepInfo()
                .type(definition.getType())
                .fieldDefinition(definition)
                .fieldContainer(field.owner())
                .field(field.merged())
                .path(path == null ? root.segment(field.merged().getResultKey()) : path)
                .parentInfo(parent)
                .build();
    }

    private DataFetchingFieldSelectionSet whole(PlannedField field, GraphQLFieldDefinition definition) {
        return DataFetchingFieldSelectionSetImpl.newCollector(
                plan.schema(), definition.getType(), () -> normalized(field));
    }

    private ExecutableNormalizedField normalized(PlannedField field) {
        ExecutableNormalizedOperation operation =
                ExecutableNormalizedOperationFactory.createExecutableNormalizedOperation(
                        plan.schema(),
                        plan.operation().document(),
                        plan.operation().definition().getName(),
                        variables);
        return operation
                .getFieldToNormalizedField()
                .get(field.merged().getSingleField())
                .get(0);
    }
}
