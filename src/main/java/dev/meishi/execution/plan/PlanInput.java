package dev.meishi.execution.plan;

import dev.meishi.graphql.PreparedOperation;
import graphql.GraphQLContext;
import graphql.GraphQLException;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.schema.GraphQLSchema;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be executed.
 *
 * @param operation valid and within the limits
 * @param variables of the request, coerced
 * @param context that resolvers are given
 */
public record PlanInput(PreparedOperation operation, CoercedVariables variables, GraphQLContext context) {

    /**
     * An operation with the variables of a request.
     *
     * @param schema that it is executed with
     * @param operation valid and within the limits
     * @param variables as sent
     * @param context that resolvers are given
     * @return the input; null if a variable has no value of its type
     */
    public static @Nullable PlanInput of(
            GraphQLSchema schema, PreparedOperation operation, Map<String, Object> variables, GraphQLContext context) {
        try {
            CoercedVariables coerced = ValuesResolver.coerceVariableValues(
                    schema,
                    operation.definition().getVariableDefinitions(),
                    RawVariables.of(variables),
                    context,
                    Locale.ENGLISH);
            return new PlanInput(operation, coerced, context);
        } catch (GraphQLException wrong) {
            return null;
        }
    }
}
