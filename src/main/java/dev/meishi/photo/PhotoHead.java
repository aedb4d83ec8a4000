package dev.meishi.photo;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.http.StatusOfCode;
import dev.meishi.json.JsonMaps;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The heads of answers with a photo, and of those without. */
final class PhotoHead {

    private static final int NOT_MODIFIED = 304;

    private PhotoHead() {}

    /** Of whatever is answered: a photo is shown as one and as nothing else, and in no other origin's page. */
    static void begin(HttpServerResponse response) {
        response.putHeader(HttpHeaders.VARY, "Authorization, Origin")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin");
    }

    static void photo(HttpServerResponse response, ImageType type, long length, @Nullable String tag, Duration maxAge) {
        response.putHeader(HttpHeaders.CONTENT_TYPE, type.mediaType())
                .putHeader("Content-Disposition", "inline; filename=\"photo." + type.extension() + '"');
        if (length < 0) {
            response.setChunked(true);
        } else {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(length));
        }
        cached(response, tag, maxAge);
    }

    /** The client has it already. */
    static void unchanged(HttpServerResponse response, @Nullable String tag, Duration maxAge) {
        response.setStatusCode(NOT_MODIFIED);
        cached(response, tag, maxAge);
    }

    private static void cached(HttpServerResponse response, @Nullable String tag, Duration maxAge) {
        response.putHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=" + maxAge.toSeconds());
        if (tag != null) {
            response.putHeader(HttpHeaders.ETAG, tag);
        }
    }

    /** In place of a photo; that there is none may be remembered for as long as a photo. */
    static Buffer refusal(HttpServerResponse response, Failure failure, Duration maxAge) {
        boolean isNone = failure.code() == ErrorCode.NOT_FOUND;
        response.setStatusCode(StatusOfCode.of(failure.code()))
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json;charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, isNone ? "private, max-age=" + maxAge.toSeconds() : "no-store");
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", failure.code().name());
        error.put("message", String.valueOf(failure.getMessage()));
        error.put("retryable", failure.isRetryable());
        Duration wait = failure.retryAfter();
        if (wait != null) {
            response.putHeader("Retry-After", String.valueOf(wait.toSeconds()));
            error.put("retryAfterSeconds", wait.toSeconds());
        }
        return Buffer.buffer(JsonMaps.bytes(Map.of("error", error)));
    }
}
