package dev.meishi.execution.plan;

import dev.meishi.failure.PartialFailure;
import dev.meishi.graphql.RequestRefused;
import graphql.GraphQLError;
import graphql.execution.DataFetcherResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * What a resolver has for one object if something failed: null, or a value of which a part is missing, and errors.
 *
 * @param data the value; null if the resolver failed
 * @param thrown what the resolver failed with; null if it has a value
 * @param errors those that come with a value
 */
record Incomplete(@Nullable Object data, @Nullable Throwable thrown, List<GraphQLError> errors) {

    /**
     * The outcome of a resolver.
     *
     * @param value of the resolver; null if it failed
     * @param thrown what it failed with; null if it did not
     * @return a value that is complete, or an {@code Incomplete}
     * @throws CompletionException if the operation as a whole cannot go on, which is not a matter of one field
     */
    static @Nullable Object outcome(@Nullable Object value, @Nullable Throwable thrown) {
        if (thrown != null) {
            return failed(thrown);
        }
        if (value instanceof DataFetcherResult<?> result) {
            return result.hasErrors() ? new Incomplete(result.getData(), null, result.getErrors()) : result.getData();
        }
        return value;
    }

    /**
     * The outcomes of a resolver that was called once for several objects, and failed.
     *
     * @param size number of objects
     * @param thrown what it failed with
     * @return for each object, in order, its value or an {@code Incomplete}
     */
    static List<@Nullable Object> outcomes(int size, Throwable thrown) {
        List<@Nullable Object> outcomes = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            Object outcome = PartialFailure.outcome(null, thrown, i);
            outcomes.add(outcome instanceof Throwable failure ? failed(failure) : outcome);
        }
        return outcomes;
    }

    private static Incomplete failed(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (cause instanceof RequestRefused || cause instanceof Error) {
            throw new CompletionException(cause);
        }
        return new Incomplete(null, cause, List.of());
    }
}
