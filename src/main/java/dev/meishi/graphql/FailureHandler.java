package dev.meishi.graphql;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/** Shows what a resolver threw: a {@link Failure} as it is, anything else as {@code INTERNAL} with its cause in the log. */
final class FailureHandler implements DataFetcherExceptionHandler {

    private static final Logger LOG = Logger.getLogger(FailureHandler.class);

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        Failure failure = failure(parameters);
        return CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult(
                        new FieldError(failure, parameters.getPath(), parameters.getSourceLocation()))
                .build());
    }

    private static Failure failure(DataFetcherExceptionHandlerParameters parameters) {
        for (Throwable cause = parameters.getException(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Failure failure) {
                LOG.debugf("%s at %s: %s", failure.code(), parameters.getPath(), failure.getMessage());
                return failure;
            }
        }
        LOG.errorf(parameters.getException(), "Unexpected at %s", parameters.getPath());
        return new Failure(ErrorCode.INTERNAL, "The gateway failed; its log has the cause.");
    }
}
