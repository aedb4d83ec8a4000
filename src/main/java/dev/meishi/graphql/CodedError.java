package dev.meishi.graphql;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.execution.ResultPath;
import graphql.language.SourceLocation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error as it stands in a response: a message, where it is, and a code of the closed set. The engine's own
 * classification is left out; it says nothing that the code does not say.
 */
public final class CodedError implements GraphQLError {

    private final String message;
    private final transient List<SourceLocation> locations;
    private final transient @Nullable ResultPath path;
    private final transient Map<String, Object> extensions;

    private CodedError(
            String message,
            List<SourceLocation> locations,
            @Nullable ResultPath path,
            ErrorCode code,
            boolean isRetryable,
            Map<String, ?> details) {
        this.message = message;
        this.locations = locations;
        this.path = path;
        this.extensions = new LinkedHashMap<>();
        extensions.put("code", code.name());
        extensions.put("retryable", isRetryable);
        extensions.putAll(details);
    }

    /**
     * An error of a request as a whole.
     *
     * @param code its kind
     * @param message what was wrong, what was found and what to do
     * @param locations where in the document; empty if it is no matter of the document
     * @param details further entries of {@code extensions}
     * @return the error
     */
    public static CodedError of(
            ErrorCode code, String message, List<SourceLocation> locations, Map<String, ?> details) {
        return new CodedError(message, locations, null, code, code.isRetryable(), details);
    }

    /**
     * What a resolver failed with, at its field.
     *
     * @param failure of the resolver
     * @param path of the field in the response
     * @param location of the field in the document
     * @return the error
     */
    public static CodedError of(Failure failure, ResultPath path, @Nullable SourceLocation location) {
        Map<String, Object> details = new LinkedHashMap<>();
        Duration retryAfter = failure.retryAfter();
        if (retryAfter != null) {
            details.put("retryAfterSeconds", retryAfter.toSeconds());
        }
        String upstreamCode = failure.upstreamCode();
        if (upstreamCode != null) {
            details.put("upstreamCode", upstreamCode);
        }
        String node = failure.node();
        if (node != null) {
            details.put("id", node);
        }
        List<SourceLocation> locations = location == null ? List.of() : List.of(location);
        return new CodedError(
                String.valueOf(failure.getMessage()), locations, path, failure.code(), failure.isRetryable(), details);
    }

    @Override
    public String getMessage() {
        return message;
    }

    @Override
    public List<SourceLocation> getLocations() {
        return locations;
    }

    /** Not shown; the engine wants one. */
    @Override
    public ErrorClassification getErrorType() {
        return ErrorType.DataFetchingException;
    }

    @Override
    public @Nullable List<Object> getPath() {
        return path == null ? null : path.toList();
    }

    @Override
    public Map<String, Object> getExtensions() {
        return extensions;
    }

    @Override
    public Map<String, Object> toSpecification() {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", message);
        if (!locations.isEmpty()) {
            error.put("locations", locations.stream().map(CodedError::place).toList());
        }
        List<Object> fields = getPath();
        if (fields != null) {
            error.put("path", fields);
        }
        error.put("extensions", extensions);
        return error;
    }

    private static Map<String, Object> place(SourceLocation location) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("line", location.getLine());
        place.put("column", location.getColumn());
        return place;
    }
}
