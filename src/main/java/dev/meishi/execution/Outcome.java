package dev.meishi.execution;

import dev.meishi.graphql.RequestRefused;
import dev.meishi.json.JsonBuffer;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The response to an operation: section 7 of the specification. A plan has written it; the engine has data and errors, which
 * are to be written.
 *
 * @param written the whole JSON of an answer, errors at objects that cannot be read among it; null if it is not written
 * @param result the answer as the engine has it; null if it is written
 * @param errors what went wrong, each with a code
 */
public record Outcome(
        @Nullable JsonBuffer written, @Nullable ExecutionResult result, List<GraphQLError> errors) {

    static Outcome of(JsonBuffer written, List<GraphQLError> errors) {
        return new Outcome(written, null, errors);
    }

    static Outcome of(ExecutionResult result) {
        return new Outcome(null, result, result.getErrors());
    }

    static Outcome of(RequestRefused refused) {
        return of(ExecutionResult.newExecutionResult().errors(refused.errors()).build());
    }

    /**
     * Whether it was executed, with or without errors at fields.
     *
     * @return false if it was refused as a whole
     */
    public boolean isDataPresent() {
        return result == null || result.isDataPresent();
    }
}
