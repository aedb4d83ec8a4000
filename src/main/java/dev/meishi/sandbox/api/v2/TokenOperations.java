package dev.meishi.sandbox.api.v2;

import dev.meishi.sandbox.api.Answer;
import dev.meishi.sandbox.api.Assertion;
import dev.meishi.sandbox.api.Refusal;
import dev.meishi.sandbox.data.Directory;
import dev.meishi.sandbox.faults.DrawnFaults;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code oauth2/v2.0/token}: exchanges a signed assertion or a refresh token for an access token. */
final class TokenOperations {

    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final Duration REFRESH_LIFETIME = Duration.ofDays(90);

    /** What the app may ask for. */
    private static final Set<String> SCOPES = Set.of(
            "contact",
            "contact.read",
            "directory",
            "directory.read",
            "user",
            "user.read",
            "user.email.read",
            "user.profile.read",
            "group",
            "group.read",
            "orgunit",
            "orgunit.read");

    private final SandboxAccount account;
    private final AccessTokens tokens;
    private final CurrentReadings readings;
    private final Duration configuredLifetime;
    private final Clock clock;

    TokenOperations(
            SandboxAccount account,
            AccessTokens tokens,
            CurrentReadings readings,
            Duration configuredLifetime,
            Clock clock) {
        this.account = account;
        this.tokens = tokens;
        this.readings = readings;
        this.configuredLifetime = configuredLifetime;
        this.clock = clock;
    }

    Answer issue(RoutingContext call, DrawnFaults drawn) {
        QueryParameters form = new QueryParameters(call.request().formAttributes());
        String grant = required(form, "grant_type");
        if (!account.clientId().equals(required(form, "client_id"))
                || !account.clientSecret().value().equals(required(form, "client_secret"))) {
            throw refused(401, "invalid_client", "client_id and client_secret do not match");
        }
        return switch (grant) {
            case JWT_BEARER -> forAssertion(form);
            case "refresh_token" -> forRefreshToken(form);
            default -> throw refused(400, "unsupported_grant_type", "grant_type must be " + JWT_BEARER);
        };
    }

    private Answer forAssertion(QueryParameters form) {
        String jwt = required(form, "assertion");
        List<String> scopes = scopes(form.text("scope").orElse(""));
        Optional<String> member;
        try {
            member = member(Assertion.from(jwt));
        } catch (IllegalArgumentException wrong) {
            throw refused(400, "invalid_grant", String.valueOf(wrong.getMessage()));
        }
        AccessReadings access = readings.get().access();
        JsonObject body = issued(member, scopes);
        return access.refreshToken() == AccessReadings.RefreshToken.SENT
                ? answer(body.put("refresh_token", tokens.issue(true, member, scopes, REFRESH_LIFETIME)))
                : answer(body);
    }

    /** A new access token alone, as with an app that does not rotate its refresh tokens. */
    private Answer forRefreshToken(QueryParameters form) {
        AccessToken token = tokens.read(required(form, "refresh_token"), true)
                .orElseThrow(() -> refused(400, "invalid_grant", "refresh_token is unknown or expired"));
        return answer(issued(token.member(), token.scopes()));
    }

    /** The member that an assertion acts for; an assertion of the service account itself names none. */
    private Optional<String> member(Assertion assertion) {
        PublicKey key = account.publicKey().orElseThrow(() -> new IllegalArgumentException("jwt invalid signature"));
        assertion.check(clock.instant());
        assertion.checkSignature(key);
        JsonObject claims = assertion.claims();
        if (!account.clientId().equals(claims.getValue("iss"))) {
            throw new IllegalArgumentException("jwt iss is not the client id");
        }
        if (!account.serviceAccount().equals(claims.getValue("sub"))) {
            throw new IllegalArgumentException("jwt sub is not the service account");
        }
        Object delegated = claims.getValue("delegated_user");
        if (delegated == null) {
            return Optional.empty();
        }
        if (delegated instanceof String member && Directory.isMember(member)) {
            return Optional.of(member);
        }
        throw new IllegalArgumentException("jwt delegated_user is no member");
    }

    /** The scopes granted of those requested. */
    private List<String> scopes(String text) {
        AccessReadings.ContactScopes ofContacts = readings.get().access().contactScopes();
        boolean isRefused = ofContacts == AccessReadings.ContactScopes.REFUSED;
        List<String> scopes = List.of(text.strip().split("[ ,]+", -1));
        for (String scope : scopes) {
            if (!SCOPES.contains(scope) || (isRefused && AccessCheck.CONTACT.contains(scope))) {
                throw refused(400, "invalid_scope", "scope is missing or has one that the app lacks: " + scope);
            }
        }
        return ofContacts == AccessReadings.ContactScopes.WITHHELD
                ? scopes.stream()
                        .filter(scope -> !AccessCheck.CONTACT.contains(scope))
                        .toList()
                : scopes;
    }

    private JsonObject issued(Optional<String> member, List<String> scopes) {
        AccessReadings access = readings.get().access();
        Duration lifetime = access.tokenLifetime().isZero() ? configuredLifetime : access.tokenLifetime();
        long seconds = lifetime.toSeconds();
        return new JsonObject()
                .put("access_token", tokens.issue(false, member, scopes, lifetime))
                .put("token_type", "Bearer")
                .put(
                        "expires_in",
                        access.expiresIn() == AccessReadings.ExpiresIn.TEXT
                                ? (Object) String.valueOf(seconds)
                                : (Object) seconds)
                .put("scope", String.join(" ", scopes));
    }

    private static Answer answer(JsonObject body) {
        return Answer.ok(body).with("Cache-Control", "no-store");
    }

    private static String required(QueryParameters form, String name) {
        return form.text(name).orElseThrow(() -> refused(400, "invalid_request", name + " is missing"));
    }

    private static Refusal refused(int status, String error, String description) {
        return new Refusal(OAuthDialect.error(status, error, description));
    }
}
