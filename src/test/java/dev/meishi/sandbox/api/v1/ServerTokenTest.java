package dev.meishi.sandbox.api.v1;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meishi.sandbox.Call;
import dev.meishi.sandbox.api.Assertion;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ServerTokenTest {

    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    @Test
    void anAssertionIsExchangedForATokenTheOperationsAccept() {
        JsonObject answer = Call.json(form(JWT_BEARER, Jwt.validFor(3600)));

        assertThat(answer.fieldNames()).containsExactly("access_token", "token_type", "expires_in");
        assertThat(answer.getString("token_type")).isEqualTo("Bearer");
        assertThat(answer.getInteger("expires_in")).isEqualTo(86_400);
        given().header("consumerKey", "sandbox-consumer-key")
                .header("Authorization", "Bearer " + answer.getString("access_token"))
                .get(Call.TAGS)
                .then()
                .statusCode(200);
    }

    @Test
    void theGrantTypeMayBeEncodedTwiceAndTheFieldsMayBeInTheQuery() {
        String encoded = URLEncoder.encode(JWT_BEARER, StandardCharsets.UTF_8);

        assertThat(form(encoded, Jwt.validFor(60)).statusCode()).isEqualTo(200);
        assertThat(given().queryParam("grant_type", JWT_BEARER)
                        .queryParam("assertion", Jwt.validFor(60))
                        .post(Call.TOKEN)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aBadRequestForATokenIsRefusedWithMessageDetailAndCode() {
        for (Response response : List.of(
                form("password", Jwt.validFor(60)),
                form(JWT_BEARER + "%", Jwt.validFor(60)),
                form(JWT_BEARER, ""),
                form(JWT_BEARER, "a.b"),
                form(JWT_BEARER, "a.b.c"),
                form(JWT_BEARER, Jwt.validFor(3601)),
                form(JWT_BEARER, Jwt.validFor(-1)))) {
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(new JsonObject(response.asString()).fieldNames()).containsExactly("message", "detail", "code");
        }
    }

    @Test
    void aWrongApiIdIsForbidden() {
        assertThat(given().post("/b/other/server/token").statusCode()).isEqualTo(403);
    }

    @Test
    void anAssertionNeedsItsClaimsAndItsAlgorithm() {
        Instant now = Instant.ofEpochSecond(1_000_000);
        JsonObject claims =
                new JsonObject().put("iss", "id").put("iat", 1_000_000).put("exp", 1_003_600);

        assertThatCode(() -> Assertion.from(Jwt.of("RS256", claims)).check(now)).doesNotThrowAnyException();
        assertRefused("HS256", claims, now, "jwt alg must be RS256");
        for (String claim : List.of("iss", "iat", "exp")) {
            JsonObject without = claims.copy();
            without.remove(claim);
            assertRefused("RS256", without, now, "jwt " + claim + " is missing");
        }
        assertRefused("RS256", claims, now.plusSeconds(3600), "jwt expired");
        assertRefused("RS256", claims, now.minusSeconds(61), "jwt iat is in the future");
    }

    @Test
    void aSignatureIsCheckedAgainstTheConfiguredKey() {
        Assertion assertion = Assertion.from(Jwt.validFor(60));

        assertThatCode(() -> assertion.checkSignature(Assertion.publicKey(Jwt.publicKey(Jwt.KEYS))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> assertion.checkSignature(Assertion.publicKey(Jwt.publicKey(Jwt.keys()))))
                .hasMessage("jwt invalid signature");
        assertThatThrownBy(() -> Assertion.publicKey("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"))
                .hasMessageContaining("meishi.sandbox.jwt-public-key");
    }

    @Test
    void aTokenEndsWithItsLifetime() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        InstantSource source = now::get;
        ServerTokens tokens = new ServerTokens(Duration.ofHours(1), Optional.empty(), source.withZone(ZoneOffset.UTC));
        String token = tokens.issue();

        now.set(Instant.EPOCH.plusSeconds(3_599));
        assertThat(tokens.isValid(token)).isTrue();
        now.set(Instant.EPOCH.plusSeconds(3_601));
        assertThat(tokens.isValid(token)).isFalse();
    }

    private static void assertRefused(String algorithm, JsonObject claims, Instant now, String message) {
        assertThatThrownBy(() -> Assertion.from(Jwt.of(algorithm, claims)).check(now))
                .hasMessage(message);
    }

    private static Response form(String grantType, String assertion) {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("grant_type", grantType)
                .formParam("assertion", assertion)
                .post(Call.TOKEN);
    }
}
