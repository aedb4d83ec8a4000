package dev.meishi.sandbox.api.v1;

import dev.meishi.lineworks.Tenant;
import dev.meishi.sandbox.api.Answer;
import dev.meishi.sandbox.api.ErrorBody;
import dev.meishi.sandbox.api.Refusal;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The checks of the API 1.0 gateway, with its error numbers: 028 and 029 for the headers, 024 for credentials, 041 for
 * the API ID.
 */
final class CredentialCheck {

    private static final Pattern BEARER = Pattern.compile("Bearer ([\\x21-\\x7e]+)");

    private final Tenant tenant;
    private final ServerTokens tokens;

    CredentialCheck(Tenant tenant, ServerTokens tokens) {
        this.tenant = tenant;
        this.tokens = tokens;
    }

    /** Refuses a call without the tenant's credentials. */
    void check(RoutingContext call) {
        @Nullable String consumerKey = call.request().getHeader("consumerKey");
        @Nullable String authorization = call.request().getHeader("Authorization");
        if (consumerKey == null || authorization == null) {
            throw unauthorized("028", "Authentication failed, header is missing");
        }
        Matcher bearer = BEARER.matcher(authorization);
        if (consumerKey.isBlank() || !bearer.matches()) {
            throw unauthorized("029", "Authentication failed, header is malformed");
        }
        String token = bearer.group(1);
        boolean known = same(token, tenant.serverToken().value()) || tokens.isValid(token);
        if (!same(consumerKey, tenant.consumerKey().value()) || !known) {
            throw unauthorized("024", "Authentication failed, no authority");
        }
        if (!tenant.apiId().equals(Parameters.inPath(call, "apiId"))) {
            throw new Refusal(Answer.of(403, ErrorBody.gateway("041", "FORBIDDEN", "API ID is not allowed")));
        }
    }

    /** The same for an operation that has the tenant's domain in its path. */
    void checkWithDomain(RoutingContext call) {
        check(call);
        if (!tenant.domainId().equals(Parameters.inPath(call, "domainId"))) {
            throw Refusals.notFound("domain does not exist");
        }
    }

    private static Refusal unauthorized(String number, String message) {
        return new Refusal(Answer.of(401, ErrorBody.gateway(number, "UNAUTHORIZED", message)));
    }

    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
