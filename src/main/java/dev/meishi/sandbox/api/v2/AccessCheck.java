package dev.meishi.sandbox.api.v2;

import dev.meishi.sandbox.api.Answer;
import dev.meishi.sandbox.api.ErrorBody;
import dev.meishi.sandbox.api.Refusal;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lets calls pass that have a valid token with one of the scopes of their operation; refuses others as RFC 6750 says. */
final class AccessCheck {

    static final List<String> CONTACT = List.of("contact", "contact.read");
    static final List<String> MEMBER = List.of("user", "user.read", "directory", "directory.read");
    static final List<String> DIRECTORY = List.of("directory", "directory.read");
    static final List<String> ORG_UNIT = List.of("orgunit", "orgunit.read", "directory", "directory.read");

    private static final Pattern BEARER = Pattern.compile("Bearer +([\\x21-\\x7e]+)", Pattern.CASE_INSENSITIVE);

    private final AccessTokens tokens;

    AccessCheck(AccessTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The token of a call.
     *
     * @param scopes any of which is enough
     */
    AccessToken check(RoutingContext call, List<String> scopes) {
        @Nullable String header = call.request().getHeader("Authorization");
        if (header == null) {
            throw refused(401, "UNAUTHORIZED", "Authorization is missing", "Bearer");
        }
        Matcher bearer = BEARER.matcher(header);
        if (!bearer.matches()) {
            throw refused(401, "UNAUTHORIZED", "Authorization is malformed", "Bearer error=\"invalid_request\"");
        }
        AccessToken token = tokens.read(bearer.group(1), false)
                .orElseThrow(
                        () -> refused(
                                401,
                                "UNAUTHORIZED",
                                "Authentication failed",
                                "Bearer error=\"invalid_token\", error_description=\"The access token is unknown or expired\""));
        if (token.scopes().stream().noneMatch(scopes::contains)) {
            throw refused(
                    403,
                    "FORBIDDEN",
                    "The app lacks the scope",
                    "Bearer error=\"insufficient_scope\", scope=\"" + String.join(" ", scopes) + "\"");
        }
        return token;
    }

    private static Refusal refused(int status, String code, String description, String challenge) {
        return new Refusal(
                Answer.of(status, ErrorBody.secondVersion(code, description)).with("WWW-Authenticate", challenge));
    }
}
