package dev.meishi.graphql;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import graphql.GraphQLError;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Why a request is not executed at all: its response has errors and no {@code data}. Without a stack trace, as the
 * errors say all there is to say.
 */
public final class RequestRefused extends RuntimeException {

    private final transient List<GraphQLError> errors;

    private RequestRefused(List<GraphQLError> errors) {
        super(errors.get(0).getMessage(), null, false, false);
        this.errors = errors;
    }

    /**
     * Refused for one reason that is no matter of the document's text.
     *
     * @param code its kind
     * @param message what was wrong, what was found and what to do
     * @return to be thrown
     */
    public static RequestRefused of(ErrorCode code, String message) {
        return of(CodedError.of(code, message, List.of(), Map.of()));
    }

    /**
     * Refused for a failure that is no field's own.
     *
     * @param failure with or without a time to wait
     * @return to be thrown
     */
    public static RequestRefused of(Failure failure) {
        Duration retryAfter = failure.retryAfter();
        Map<String, Object> details =
                retryAfter == null ? Map.of() : Map.of("retryAfterSeconds", retryAfter.toSeconds());
        return of(CodedError.of(failure.code(), String.valueOf(failure.getMessage()), List.of(), details));
    }

    static RequestRefused of(GraphQLError error) {
        return new RequestRefused(List.of(error));
    }

    /**
     * Refused for several reasons.
     *
     * @param errors at least one, each with a code
     * @return to be thrown
     */
    static RequestRefused of(List<GraphQLError> errors) {
        return new RequestRefused(errors);
    }

    /**
     * What the response says.
     *
     * @return at least one error, each with a code
     */
    public List<GraphQLError> errors() {
        return errors;
    }
}
