package dev.meishi.execution.smallrye;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.graphql.CodedError;
import dev.meishi.log.LogThrottle;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.execution.ResultPath;
import graphql.language.SourceLocation;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/** Shows what a resolver threw: a {@link Failure} as it is, anything else as {@code INTERNAL} with its cause in the log. */
@Singleton
class FailureHandler implements DataFetcherExceptionHandler {

    private static final Logger LOG = Logger.getLogger(FailureHandler.class);

    private static final Set<ErrorCode> FOR_THE_OPERATOR = EnumSet.of(
            ErrorCode.UPSTREAM_UNAUTHORIZED,
            ErrorCode.UPSTREAM_FORBIDDEN,
            ErrorCode.UPSTREAM_RATE_LIMITED,
            ErrorCode.UPSTREAM_TIMEOUT,
            ErrorCode.UPSTREAM_UNAVAILABLE,
            ErrorCode.UPSTREAM_INVALID);

    private static final LogThrottle<ErrorCode> THROTTLE = new LogThrottle<>(Duration.ofMinutes(1));

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        return CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult(
                        error(parameters.getException(), parameters.getPath(), parameters.getSourceLocation()))
                .build());
    }

    /**
     * The error of a field.
     *
     * @param thrown what its resolver failed with
     * @param path of the field
     * @param location of the field in the document
     * @return with a code
     */
    static GraphQLError error(Throwable thrown, ResultPath path, SourceLocation location) {
        return CodedError.of(failure(thrown, path), path, location);
    }

    /** What only the operator can mend stands in the log, once a minute and code: a page of 500 may fail 500 times. */
    static void note(Failure failure, ResultPath path) {
        LOG.debugf(failure, "%s at %s", failure.code(), path);
        if (FOR_THE_OPERATOR.contains(failure.code()) && THROTTLE.isDue(failure.code())) {
            LOG.warnf("%s: %s", failure.code(), failure.summary());
        }
    }

    private static Failure failure(Throwable thrown, ResultPath path) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Failure failure) {
                note(failure, path);
                return failure;
            }
            // A variable with a default may be null where the argument that it is given to may not.
            if (cause instanceof GraphQLError wrong && wrong.getErrorType() == ErrorType.ValidationError) {
                return new Failure(ErrorCode.INVALID_ARGUMENT, String.valueOf(cause.getMessage()));
            }
        }
        if (THROTTLE.isDue(ErrorCode.INTERNAL)) {
            LOG.errorf(thrown, "Unexpected at %s", path);
        } else {
            LOG.debugf(thrown, "Unexpected at %s", path);
        }
        return new Failure(ErrorCode.INTERNAL, "The gateway failed; its log has the cause.");
    }
}
