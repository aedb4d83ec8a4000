package dev.meishi.graphql;

import dev.meishi.failure.ErrorCode;
import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorHelper;
import graphql.language.SourceLocation;
import graphql.validation.ValidationError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives the engine's own errors a code of the closed set, and leaves the names of its classes out of their messages. */
final class RequestErrors {

    private static final Pattern RULE = Pattern.compile("^Validation error \\([^)]*\\) ?: ");
    private static final Pattern VALUE = Pattern.compile(" with value '.*' (?=is not a valid)", Pattern.DOTALL);

    private RequestErrors() {}

    /**
     * The same result with a code on every error.
     *
     * @param result as the engine made it
     * @return the result itself if there is nothing to do
     */
    static ExecutionResult coded(ExecutionResult result) {
        if (result.getErrors().stream().allMatch(RequestErrors::hasCode)) {
            return result;
        }
        List<GraphQLError> errors = result.getErrors().stream()
                .map(error -> hasCode(error) ? error : new Coded(error, code(error)))
                .toList();
        return result.transform(builder -> builder.errors(errors));
    }

    private static boolean hasCode(GraphQLError error) {
        return error.getExtensions() != null && error.getExtensions().containsKey("code");
    }

    private static ErrorCode code(GraphQLError error) {
        if (error instanceof ValidationError) {
            return ErrorCode.GRAPHQL_VALIDATION_FAILED;
        }
        if (error.getErrorType() == ErrorType.ValidationError) {
            return error.getLocations() == null || error.getLocations().isEmpty()
                    ? ErrorCode.GRAPHQL_VALIDATION_FAILED
                    : ErrorCode.BAD_USER_INPUT;
        }
        return error.getErrorType() == ErrorType.InvalidSyntax
                ? ErrorCode.GRAPHQL_VALIDATION_FAILED
                : ErrorCode.INTERNAL;
    }

    private record Coded(GraphQLError error, ErrorCode code) implements GraphQLError {

        @Override
        public String getMessage() {
            String message = error.getMessage() == null ? "" : error.getMessage();
            return VALUE.matcher(RULE.matcher(message).replaceFirst("")).replaceAll(" ");
        }

        @Override
        public @Nullable List<SourceLocation> getLocations() {
            return error.getLocations();
        }

        @Override
        public ErrorClassification getErrorType() {
            return error.getErrorType();
        }

        @Override
        public @Nullable List<Object> getPath() {
            return error.getPath();
        }

        @Override
        public Map<String, Object> getExtensions() {
            return Map.of("code", code.name(), "retryable", code.isRetryable());
        }

        @Override
        public Map<String, Object> toSpecification() {
            Map<String, Object> specification = new LinkedHashMap<>(GraphqlErrorHelper.toSpecification(this));
            specification.put("extensions", getExtensions());
            return specification;
        }
    }
}
