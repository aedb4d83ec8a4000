package dev.meishi.graphql;

import dev.meishi.failure.ErrorCode;
import graphql.GraphQLError;
import graphql.execution.TypeFromAST;
import graphql.language.SourceLocation;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Says which variables of an operation were sent with values that they cannot have: where, and what was found there. */
@Singleton
public class VariableErrors {

    private final boolean isSchemaTold;

    VariableErrors(@ConfigProperty(name = "meishi.introspection.enabled", defaultValue = "true") boolean isSchemaTold) {
        this.isSchemaTold = isSchemaTold;
    }

    /**
     * What is wrong with the variables of an operation.
     *
     * @param schema that it is valid for
     * @param operation whose variables could not be taken
     * @param variables as sent
     * @return an error for each variable, {@code BAD_USER_INPUT}, at its declaration; empty if none of them is found to be
     *     wrong
     */
    public List<GraphQLError> of(
            GraphQLSchema schema, PreparedOperation operation, Map<String, ? extends @Nullable Object> variables) {
        Guesses guesses = Guesses.of(isSchemaTold);
        List<GraphQLError> errors = new ArrayList<>();
        for (VariableDefinition definition : operation.definition().getVariableDefinitions()) {
            GraphQLType type = TypeFromAST.getTypeFromAST(schema, definition.getType());
            String text = type == null ? null : text(type, definition, variables, guesses);
            if (text != null) {
                SourceLocation place = definition.getSourceLocation();
                errors.add(CodedError.of(
                        ErrorCode.BAD_USER_INPUT, text, place == null ? List.of() : List.of(place), Map.of()));
            }
        }
        return errors;
    }

    private static @Nullable String text(
            GraphQLType type,
            VariableDefinition definition,
            Map<String, ? extends @Nullable Object> variables,
            Guesses guesses) {
        String name = definition.getName();
        if (!variables.containsKey(name)) {
            return GraphQLTypeUtil.isNonNull(type) && definition.getDefaultValue() == null
                    ? "Variable '" + name + "' of the type " + GraphQLTypeUtil.simplePrint(type)
                            + " is required, but was not sent."
                    : null;
        }
        InputCheck.Problem problem = InputCheck.of(type, variables.get(name));
        if (problem == null) {
            return null;
        }
        String at = problem.path().isEmpty() ? "" : " at " + problem.path();
        return "Variable '" + name + "' has an invalid value" + at + ": " + problem.sentence(guesses);
    }
}
