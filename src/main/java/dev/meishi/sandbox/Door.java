package dev.meishi.sandbox;

import dev.meishi.lineworks.Tenant;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The API 1.0 gateway's checks, in its numbers: 028 and 029 for the headers, 024 for credentials, 041 for the API ID. */
final class Door {

    private static final Pattern BEARER = Pattern.compile("Bearer ([\\x21-\\x7e]+)");

    private final Tenant tenant;
    private final ServerTokens tokens;

    Door(Tenant tenant, ServerTokens tokens) {
        this.tenant = tenant;
        this.tokens = tokens;
    }

    /** Lets a call with the tenant's credentials pass. */
    void admit(RoutingContext call) {
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
            throw new Refusal(Answer.of(403, ErrorShape.gateway("041", "FORBIDDEN", "API ID is not allowed")));
        }
    }

    /** The same for an operation that has the tenant's domain in its path. */
    void admitToDomain(RoutingContext call) {
        admit(call);
        if (!tenant.domainId().equals(Parameters.inPath(call, "domainId"))) {
            throw Refusal.notFound("domain does not exist");
        }
    }

    private static Refusal unauthorized(String number, String message) {
        return new Refusal(Answer.of(401, ErrorShape.gateway(number, "UNAUTHORIZED", message)));
    }

    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
