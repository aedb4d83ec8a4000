package dev.meishi.sandbox.api.v1;

import dev.meishi.lineworks.Tenant;
import dev.meishi.sandbox.api.Answer;
import dev.meishi.sandbox.api.Assertion;
import dev.meishi.sandbox.faults.DrawnFaults;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** {@code server/token}: exchanges a signed assertion for a server token. */
final class TokenOperations {

    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private final Tenant tenant;
    private final ServerTokens tokens;

    TokenOperations(Tenant tenant, ServerTokens tokens) {
        this.tenant = tenant;
        this.tokens = tokens;
    }

    /** Takes its fields from a form or from the query, because published clients do either. */
    Answer issue(RoutingContext call, DrawnFaults drawn) {
        if (!tenant.apiId().equals(Parameters.inPath(call, "apiId"))) {
            return failure(403, "FORBIDDEN", "API ID is not allowed");
        }
        String token;
        try {
            token = tokens.issueFor(assertion(parameter(call, "grant_type"), parameter(call, "assertion")));
        } catch (IllegalArgumentException refused) {
            boolean signature = "jwt invalid signature".equals(String.valueOf(refused.getMessage()));
            return failure(
                    signature ? 401 : 400,
                    signature ? "UNAUTHORIZED" : "BAD_REQUEST",
                    String.valueOf(refused.getMessage()));
        }
        return Answer.ok(new JsonObject()
                .put("access_token", token)
                .put("token_type", "Bearer")
                .put("expires_in", tokens.lifetime().toSeconds()));
    }

    private static Assertion assertion(Optional<String> grantType, Optional<String> assertion) {
        if (grantType.filter(TokenOperations::isJwtBearer).isEmpty()) {
            throw new IllegalArgumentException("grant_type must be " + JWT_BEARER);
        }
        return Assertion.from(assertion.orElseThrow(() -> new IllegalArgumentException("assertion is missing")));
    }

    /** Some clients encode the grant type before the form is encoded. */
    private static boolean isJwtBearer(String grantType) {
        return grantType.equals(JWT_BEARER)
                || URLDecoder.decode(grantType, StandardCharsets.UTF_8).equals(JWT_BEARER);
    }

    private static Optional<String> parameter(RoutingContext call, String name) {
        return Optional.ofNullable(call.request().getFormAttribute(name))
                .or(() -> Optional.ofNullable(call.queryParams().get(name)));
    }

    private static Answer failure(int status, String code, String message) {
        return Answer.of(
                status,
                new JsonObject().put("message", message).put("detail", message).put("code", code));
    }
}
