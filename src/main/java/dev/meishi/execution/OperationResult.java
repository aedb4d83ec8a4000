package dev.meishi.execution;

import dev.meishi.graphql.RequestRefused;
import dev.meishi.json.JsonBuffer;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The response to an operation: section 7 of the specification. A plan has written its JSON already; graphql-java's engine
 * returns data and errors that are written later.
 *
 * @param written the whole JSON of the response, with the errors of objects that cannot be read; null if it is not written
 * @param unwritten the result of graphql-java's engine; null if it is written
 * @param errors all errors, each with its code
 */
public record OperationResult(
        @Nullable JsonBuffer written, @Nullable ExecutionResult unwritten, List<GraphQLError> errors) {

    static OperationResult of(JsonBuffer written, List<GraphQLError> errors) {
        return new OperationResult(written, null, errors);
    }

    static OperationResult of(ExecutionResult result) {
        return new OperationResult(null, result, result.getErrors());
    }

    static OperationResult of(RequestRefused refused) {
        return of(ExecutionResult.newExecutionResult().errors(refused.errors()).build());
    }

    /**
     * Whether it was executed, with or without errors at fields.
     *
     * @return false if it was refused as a whole
     */
    public boolean isDataPresent() {
        return unwritten == null || unwritten.isDataPresent();
    }
}
