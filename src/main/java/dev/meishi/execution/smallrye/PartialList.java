package dev.meishi.execution.smallrye;

import dev.meishi.failure.Failure;
import dev.meishi.failure.PartialFailure;
import dev.meishi.graphql.CodedError;
import graphql.GraphQLError;
import graphql.execution.DataFetcherResult;
import graphql.execution.ResultPath;
import graphql.language.SourceLocation;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A list of which some entries failed: each of those is null, with an error at its place. */
final class PartialList {

    private PartialList() {}

    /**
     * The result of a resolver that failed.
     *
     * @param thrown a {@link PartialFailure} of the entries of its list, each a {@link Failure} or a value; anything else
     *     is the failure of the whole field
     * @param environment of the field
     * @return the list and its errors, or the failure
     */
    static CompletableFuture<Object> of(Throwable thrown, DataFetchingEnvironment environment) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (!(cause instanceof PartialFailure part)) {
            return CompletableFuture.failedFuture(thrown);
        }
        List<@Nullable Object> values = new ArrayList<>();
        List<GraphQLError> errors = new ArrayList<>();
        ResultPath path = environment.getExecutionStepInfo().getPath();
        SourceLocation location = environment.getField().getSourceLocation();
        for (Object outcome : part.outcomes()) {
            if (outcome instanceof Failure failure) {
                errors.add(CodedError.of(failure, path.segment(values.size()), location));
            } else if (outcome instanceof Throwable unexpected) {
                return CompletableFuture.failedFuture(unexpected);
            }
            values.add(outcome instanceof Throwable ? null : outcome);
        }
        return CompletableFuture.completedFuture(
                DataFetcherResult.newResult().data(values).errors(errors).build());
    }
}
