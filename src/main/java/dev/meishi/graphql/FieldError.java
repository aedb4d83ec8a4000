package dev.meishi.graphql;

import dev.meishi.failure.Failure;
import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorHelper;
import graphql.execution.ResultPath;
import graphql.language.SourceLocation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A failure as it stands in a response's {@code errors}. */
final class FieldError implements GraphQLError {

    private final transient Failure failure;
    private final transient ResultPath path;
    private final @Nullable SourceLocation location;

    FieldError(Failure failure, ResultPath path, @Nullable SourceLocation location) {
        this.failure = failure;
        this.path = path;
        this.location = location;
    }

    @Override
    public String getMessage() {
        return String.valueOf(failure.getMessage());
    }

    @Override
    public List<SourceLocation> getLocations() {
        return location == null ? List.of() : List.of(location);
    }

    @Override
    public ErrorClassification getErrorType() {
        return ErrorType.DataFetchingException;
    }

    /** Without the engine's own classification, which says nothing that the code does not say. */
    @Override
    public Map<String, Object> toSpecification() {
        Map<String, Object> error = new LinkedHashMap<>(GraphqlErrorHelper.toSpecification(this));
        error.put("extensions", getExtensions());
        return error;
    }

    @Override
    public List<Object> getPath() {
        return path.toList();
    }

    @Override
    public Map<String, Object> getExtensions() {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", failure.code().name());
        extensions.put("retryable", failure.code().isRetryable());
        Duration retryAfter = failure.retryAfter();
        if (retryAfter != null) {
            extensions.put("retryAfterSeconds", retryAfter.toSeconds());
        }
        String upstreamCode = failure.upstreamCode();
        if (upstreamCode != null) {
            extensions.put("upstreamCode", upstreamCode);
        }
        return extensions;
    }
}
