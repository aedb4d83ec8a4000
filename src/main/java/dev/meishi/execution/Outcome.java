package dev.meishi.execution;

import dev.meishi.graphql.RequestRefused;
import dev.meishi.json.JsonBuffer;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operation came to: section 7 of the specification. Written already where all of it has a value, data and errors
 * to be written where not.
 *
 * @param written the whole JSON of an answer without errors; null if it is not written
 * @param result the answer as the engine has it; null if it is written
 */
public record Outcome(
        @Nullable JsonBuffer written, @Nullable ExecutionResult result) {

    static Outcome of(JsonBuffer written) {
        return new Outcome(written, null);
    }

    static Outcome of(ExecutionResult result) {
        return new Outcome(null, result);
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

    /**
     * What went wrong.
     *
     * @return errors, each with a code
     */
    public List<GraphQLError> errors() {
        return result == null ? List.of() : result.getErrors();
    }
}
