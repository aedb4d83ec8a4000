package dev.meishi.export;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.http.StatusOfCode;
import graphql.GraphQLError;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The reason why an export does not start, or does not continue.
 *
 * @param code its kind
 * @param message for the reader
 * @param isRetryable whether the same may succeed later
 * @param retryAfter how long to wait before asking again; null where not known
 */
record ExportError(
        ErrorCode code,
        String message,
        boolean isRetryable,
        @Nullable Duration retryAfter) {

    /** A error that is as retryable as its code says. */
    ExportError(ErrorCode code, String message, @Nullable Duration retryAfter) {
        this(code, message, code.isRetryable(), retryAfter);
    }

    static ExportError of(GraphQLError error) {
        Map<String, Object> details = error.getExtensions();
        Duration retryAfter = details.get("retryAfterSeconds") instanceof Number seconds
                ? Duration.ofSeconds(seconds.longValue())
                : null;
        return new ExportError(
                ErrorCode.valueOf(String.valueOf(details.get("code"))),
                String.valueOf(error.getMessage()),
                Boolean.TRUE.equals(details.get("retryable")),
                retryAfter);
    }

    static ExportError of(Failure failure) {
        return new ExportError(
                failure.code(), String.valueOf(failure.getMessage()), failure.isRetryable(), failure.retryAfter());
    }

    static ExportError shuttingDown() {
        return new ExportError(
                ErrorCode.SHUTTING_DOWN,
                "This process of the gateway is shutting down. Resume the export from the checkpoint; another process will answer.",
                null);
    }

    static ExportError tooLong(Duration longest) {
        return new ExportError(
                ErrorCode.OPERATION_TIMEOUT,
                "The export was stopped after " + longest.toMinutes()
                        + " minutes (meishi.export.timeout). Resume it from the checkpoint.",
                null);
    }

    static ExportError unexpected() {
        return new ExportError(ErrorCode.INTERNAL, "The gateway failed; its log has the cause.", null);
    }

    /** Whether it passes by waiting as long as it says. */
    boolean isTransient() {
        return (code == ErrorCode.UPSTREAM_RATE_LIMITED || code == ErrorCode.OVERLOADED) && retryAfter != null;
    }

    /** HTTP status of a refusal. */
    int status() {
        return StatusOfCode.of(code);
    }

    /** As the reader sees it. */
    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", code.name());
        json.put("message", message);
        json.put("retryable", isRetryable);
        if (retryAfter != null) {
            json.put("retryAfterSeconds", retryAfter.toSeconds());
        }
        return json;
    }
}
