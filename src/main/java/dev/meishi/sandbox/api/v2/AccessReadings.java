package dev.meishi.sandbox.api.v2;

import dev.meishi.sandbox.faults.Switches;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/**
 * What is not known of tokens, of the quota and of photos; the first constant of each is the default.
 *
 * @param expiresIn the JSON type of {@code expires_in}
 * @param tokenLifetime of access tokens; zero for the configured one
 * @param refreshToken whether one is issued with an access token
 * @param contactScopes whether the plan of the tenant has those of contacts
 * @param memberTokenView what {@code GET /contacts} shows under a member's token
 * @param quotaHeaders in which answers the quota is told; never in one that redirects
 * @param photo what is found where a photo is said to be
 */
record AccessReadings(
        ExpiresIn expiresIn,
        Duration tokenLifetime,
        RefreshToken refreshToken,
        ContactScopes contactScopes,
        MemberTokenView memberTokenView,
        QuotaHeaders quotaHeaders,
        Photo photo) {

    private static final Duration LONGEST = Duration.ofDays(90);

    enum ExpiresIn {
        TEXT,
        NUMBER
    }

    enum RefreshToken {
        SENT,
        LEFT_OUT
    }

    enum ContactScopes {
        GRANTED,
        REFUSED,
        WITHHELD
    }

    enum MemberTokenView {
        MEMBER,
        DOMAIN
    }

    enum QuotaHeaders {
        ALWAYS,
        NOT_ON_429,
        NEVER
    }

    enum Photo {
        IMAGE,
        FOREIGN_HOST,
        HUGE,
        HTML
    }

    static AccessReadings from(Switches switches) {
        return new AccessReadings(
                switches.oneOf("expiresIn", ExpiresIn.TEXT),
                switches.duration("tokenLifetime", LONGEST),
                switches.oneOf("refreshToken", RefreshToken.SENT),
                switches.oneOf("contactScopes", ContactScopes.GRANTED),
                switches.oneOf("memberTokenView", MemberTokenView.MEMBER),
                switches.oneOf("quotaHeaders", QuotaHeaders.ALWAYS),
                switches.oneOf("photo", Photo.IMAGE));
    }

    void addTo(JsonObject json) {
        json.put("expiresIn", expiresIn.name())
                .put("tokenLifetime", tokenLifetime.toString())
                .put("refreshToken", refreshToken.name())
                .put("contactScopes", contactScopes.name())
                .put("memberTokenView", memberTokenView.name())
                .put("quotaHeaders", quotaHeaders.name())
                .put("photo", photo.name());
    }
}
