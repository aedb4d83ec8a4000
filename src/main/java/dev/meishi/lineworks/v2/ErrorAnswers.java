package dev.meishi.lineworks.v2;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.lineworks.http.RateLimitHeaders;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * The one door from an error status of API 2.0 to a {@link Failure}: by status first, as the same code stands under several
 * ones. A body of {@code code} and {@code description} is sent only where there is more to say, and {@code
 * WWW-Authenticate} names what is wrong with a token.
 */
final class ErrorAnswers implements ResponseExceptionMapper<Failure> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TEXT_LIMIT = 200;

    /** What a code looks like; anything else in its place may be about a person and stands in no log. */
    private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,60}");

    private static final Pattern CHALLENGE = Pattern.compile("(?<![a-z_])error\\s*=\\s*\"?([a-z_]{1,40})");

    private final int first;

    /** Of an operation that may redirect the first one is 400, and 300 of any other. */
    ErrorAnswers(int first) {
        this.first = first;
    }

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= first;
    }

    @Override
    public Failure toThrowable(Response response) {
        int status = response.getStatus();
        String text = body(response);
        JsonNode body = parse(text);
        String vendorCode = text(body, "code");
        String challenge = challenge(response);
        ErrorCode code = code(status, !text.isBlank() && !body.isObject());
        boolean isCode = vendorCode != null && CODE.matcher(vendorCode).matches();
        String upstreamCode = isCode ? vendorCode : challenge;
        String reason = reason(code, status, Objects.requireNonNullElse(upstreamCode, ""), challenge);
        String summary = "LINE WORKS answered status " + status + (upstreamCode == null ? "" : ", code " + upstreamCode)
                + reason;
        String description = printable(text(body, "description"));
        Duration wait = code == ErrorCode.UPSTREAM_RATE_LIMITED ? retryAfter(response) : null;
        Failure failure = new Failure(code, summary + ".", upstreamCode, wait, null).answered(status);
        return reason.isEmpty() && description != null ? failure.worded(summary + ": " + description + ".") : failure;
    }

    /** What is not found or has been deleted is not there; a page of HTML in place of it is no answer of LINE WORKS. */
    private static ErrorCode code(int status, boolean isStrange) {
        return switch (status) {
            case 401 -> ErrorCode.UPSTREAM_UNAUTHORIZED;
            case 403 -> ErrorCode.UPSTREAM_FORBIDDEN;
            case 404, 410 -> isStrange ? ErrorCode.UPSTREAM_INVALID : ErrorCode.NOT_FOUND;
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

    private static String reason(ErrorCode code, int status, String upstreamCode, @Nullable String challenge) {
        return switch (code) {
            case UPSTREAM_UNAUTHORIZED -> ": it does not accept the gateway's access token";
            case UPSTREAM_FORBIDDEN ->
                "insufficient_scope".equals(challenge)
                        ? ": the app lacks the scope for this call; see meishi.upstream.scope and the app's scopes in the"
                                + " Developer Console"
                        : upstreamCode.equals("SERVICE_ACCOUNT_NOT_ALLOWED")
                                ? ": a service account may not make this call"
                                : ": the app has no right to this, or lacks the scope for it (meishi.upstream.scope)";
            case UPSTREAM_INVALID ->
                status < 400
                        ? ", a redirect, which is not followed; see meishi.upstream.url"
                        : ", and not in JSON; see meishi.upstream.url";
            default -> "";
        };
    }

    /** Empty if it cannot be read: the status says enough. */
    private static String body(Response response) {
        try {
            return response.hasEntity() ? response.readEntity(String.class) : "";
        } catch (RuntimeException unreadable) {
            return "";
        }
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static @Nullable String text(JsonNode body, String name) {
        String text = body.path(name).asText("");
        return text.isEmpty() || text.equals("null") ? null : text;
    }

    /** OAuth's error by RFC 6750. */
    private static @Nullable String challenge(Response response) {
        String header = response.getHeaderString(HttpHeaders.WWW_AUTHENTICATE);
        Matcher found = header == null ? null : CHALLENGE.matcher(header);
        return found != null && found.find() ? found.group(1) : null;
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
