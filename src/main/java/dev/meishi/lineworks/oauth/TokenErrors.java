package dev.meishi.lineworks.oauth;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.lineworks.http.RateLimitHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The door from an error status of the token endpoint to a {@link Failure}. Of the body nothing but OAuth's error is shown. */
final class TokenErrors implements ResponseExceptionMapper<Failure> {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the errors of RFC 6749 look like; anything else in its place may be a credential that is quoted. */
    private static final Pattern ERROR = Pattern.compile("[a-z_]{1,40}");

    private static final String REFUSED = "The token endpoint of LINE WORKS refuses the gateway's credentials";

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= 300;
    }

    @Override
    public Failure toThrowable(Response response) {
        return failure(response).answered(response.getStatus());
    }

    private static Failure failure(Response response) {
        int status = response.getStatus();
        String error = error(response);
        String answer = "The token endpoint of LINE WORKS answered status " + status;
        if (status == 429) {
            return new Failure(ErrorCode.UPSTREAM_RATE_LIMITED, answer + ".", error, retryAfter(response), null);
        }
        if (status >= 500) {
            return new Failure(ErrorCode.UPSTREAM_UNAVAILABLE, answer + ".", error, null, null);
        }
        boolean isOauth = error != null || status == 400 || status == 401 || status == 403;
        if (status < 400 || !isOauth) {
            String message = answer + ", which no token endpoint does; correct meishi.upstream.token-url.";
            return new Failure(ErrorCode.UPSTREAM_INVALID, message);
        }
        String message = REFUSED + (error == null ? ", status " + status : ": " + error) + ". " + advice(error);
        return new Failure(ErrorCode.UPSTREAM_UNAUTHORIZED, message, error, null, null);
    }

    private static String advice(@Nullable String error) {
        return switch (error == null ? "" : error) {
            case "invalid_client" ->
                "Check meishi.upstream.client-id and client-secret, and that the app is not switched off.";
            case "invalid_grant" ->
                "Check that meishi.upstream.service-account and private-key are the app's, that no later key was"
                        + " issued, and this machine's clock.";
            case "invalid_scope" ->
                "Check that the app has every scope of meishi.upstream.scope in the Developer Console.";
            case "unauthorized_client" -> "Check that the app has a service account in the Developer Console.";
            default -> "Check meishi.upstream.client-id, client-secret, service-account, private-key and scope.";
        };
    }

    private static @Nullable String error(Response response) {
        try {
            String error = response.hasEntity()
                    ? JSON.readTree(response.readEntity(String.class))
                            .path("error")
                            .asText("")
                    : "";
            return ERROR.matcher(error).matches() ? error : null;
        } catch (JacksonException | RuntimeException unreadable) {
            return null;
        }
    }

    private static @Nullable Duration retryAfter(Response response) {
        return RateLimitHeaders.seconds(response.getHeaderString("Retry-After"))
                .or(() -> RateLimitHeaders.seconds(response.getHeaderString("rateLimit-reset")))
                .orElse(null);
    }
}
