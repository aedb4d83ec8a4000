package dev.meishi.lineworks.v1;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.lineworks.http.RateLimitHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * Turns an error status of LINE WORKS into a {@link Failure}: by status first, by the vendor's code second.
 * Reads all four error bodies of the family: {@code errorCode}/{@code errorMessage} of the 1.0 gateway,
 * {@code code}/{@code message} of the contact service, {@code failType}/{@code message} of v1 operations, and
 * {@code code}/{@code description} of API 2.0.
 */
final class UpstreamErrors implements ResponseExceptionMapper<Failure> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TEXT_LIMIT = 200;

    /** What a code looks like; anything else in its place may be about a person and stands in no log. */
    private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,40}");

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= 300;
    }

    @Override
    public Failure toThrowable(Response response) {
        JsonNode body = parse(body(response));
        String gatewayCode = text(body, "errorCode");
        String upstreamCode = gatewayCode != null ? gatewayCode : first(body, "failType", "code", "error");
        ErrorCode code =
                response.getStatus() == 404 ? byWhoMissesIt(gatewayCode, upstreamCode) : byStatus(response.getStatus());
        String message = first(body, "errorMessage", "message", "description", "error_description");
        return failure(code, "status " + response.getStatus(), upstreamCode, message, retryAfter(response))
                .answered(response.getStatus());
    }

    /** Empty if it cannot be read: the status says enough. */
    private static String body(Response response) {
        try {
            return response.hasEntity() ? response.readEntity(String.class) : "";
        } catch (RuntimeException unreadable) {
            return "";
        }
    }

    /** Only the contact service misses a thing; the 1.0 gateway misses a URL, and anything else is not LINE WORKS. */
    private static ErrorCode byWhoMissesIt(@Nullable String gatewayCode, @Nullable String upstreamCode) {
        if (gatewayCode != null) {
            return ErrorCode.UPSTREAM_FORBIDDEN;
        }
        return upstreamCode == null ? ErrorCode.UPSTREAM_INVALID : ErrorCode.NOT_FOUND;
    }

    /**
     * The failure of a v1 envelope that says {@code FAIL}.
     *
     * @param failType the vendor's code, of which no list is known
     * @param message the vendor's text
     * @return a failure of the kind the code suggests, else {@code UPSTREAM_REJECTED}
     */
    static Failure ofFail(@Nullable String failType, @Nullable String message) {
        ErrorCode code = switch (failType == null ? "" : failType) {
            case "TOO_MANY_REQUESTS" -> ErrorCode.UPSTREAM_RATE_LIMITED;
            case "INTERNAL_SERVER_ERROR", "SERVICE_UNAVAILABLE" -> ErrorCode.UPSTREAM_UNAVAILABLE;
            case "024", "028", "029", "UNAUTHORIZED" -> ErrorCode.UPSTREAM_UNAUTHORIZED;
            case "041", "042", "043", "FORBIDDEN" -> ErrorCode.UPSTREAM_FORBIDDEN;
            default ->
                failType != null && failType.startsWith("NOT_FOUND")
                        ? ErrorCode.NOT_FOUND
                        : ErrorCode.UPSTREAM_REJECTED;
        };
        return failure(code, "FAIL", failType, message, null);
    }

    private static Failure failure(
            ErrorCode code,
            String answer,
            @Nullable String vendorCode,
            @Nullable String vendorMessage,
            @Nullable Duration wait) {
        String upstreamCode = printable(vendorCode);
        String message = printable(vendorMessage);
        String reason = switch (code) {
            case UPSTREAM_UNAUTHORIZED -> ": it does not accept the gateway's consumer key and server token";
            case UPSTREAM_FORBIDDEN -> ": the gateway's address, API ID or credentials do not allow this call";
            default -> "";
        };
        boolean isQuoted = reason.isEmpty() && message != null;
        boolean isCode = upstreamCode != null && CODE.matcher(upstreamCode).matches();
        String forTheLog = "LINE WORKS answered " + answer + (isCode ? ", code " + upstreamCode : "") + reason + ".";
        String forTheCaller = "LINE WORKS answered " + answer + (upstreamCode == null ? "" : ", code " + upstreamCode)
                + reason + (isQuoted ? ": " + message : "") + ".";
        return new Failure(code, forTheLog, upstreamCode, wait, null).worded(forTheCaller);
    }

    private static ErrorCode byStatus(int status) {
        return switch (status) {
            case 401 -> ErrorCode.UPSTREAM_UNAUTHORIZED;
            case 403 -> ErrorCode.UPSTREAM_FORBIDDEN;
            case 408, 504 -> ErrorCode.UPSTREAM_TIMEOUT;
            case 429 -> ErrorCode.UPSTREAM_RATE_LIMITED;
            default -> {
                if (status < 400) {
                    yield ErrorCode.UPSTREAM_INVALID;
                }
                yield status < 500 ? ErrorCode.UPSTREAM_REJECTED : ErrorCode.UPSTREAM_UNAVAILABLE;
            }
        };
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static @Nullable String first(JsonNode body, String... names) {
        for (String name : names) {
            String text = text(body, name);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private static @Nullable String text(JsonNode body, String name) {
        String text = body.path(name).asText("");
        return text.isEmpty() || text.equals("null") ? null : text;
    }

    /** One line of bearable length. */
    private static @Nullable String printable(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= TEXT_LIMIT ? line : line.substring(0, TEXT_LIMIT) + "…";
    }

    private static @Nullable Duration retryAfter(Response response) {
        return RateLimitHeaders.seconds(response.getHeaderString("rateLimit-reset"))
                .or(() -> RateLimitHeaders.seconds(response.getHeaderString("Retry-After")))
                .orElse(null);
    }
}
