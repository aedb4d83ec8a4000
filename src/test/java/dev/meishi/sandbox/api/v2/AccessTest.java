package dev.meishi.sandbox.api.v2;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.sandbox.Call;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccessTest {

    @BeforeEach
    @AfterEach
    void startAfresh() {
        SecondCall.startAfresh();
    }

    @Test
    void anAssertionIsExchangedForAToken() {
        JsonObject answer = Call.json(SecondCall.grant("contact.read, user.read", SecondCall.jwt(SecondCall.claims())));

        assertThat(answer.fieldNames())
                .containsExactlyInAnyOrder("access_token", "refresh_token", "token_type", "expires_in", "scope");
        assertThat(answer.getValue("expires_in")).isEqualTo("86400");
        assertThat(answer.getString("scope")).isEqualTo("contact.read user.read");
        assertThat(SecondCall.get(answer.getString("access_token"), "/contacts").statusCode())
                .isEqualTo(200);
        assertThat(SecondCall.get(answer.getString("refresh_token"), "/contacts")
                        .statusCode())
                .isEqualTo(401);

        JsonObject refreshed = Call.json(given().formParam("grant_type", "refresh_token")
                .formParam("refresh_token", answer.getString("refresh_token"))
                .formParam("client_id", "sandbox-client")
                .formParam("client_secret", "sandbox-client-secret")
                .post(SecondCall.TOKEN));
        assertThat(refreshed.containsKey("refresh_token")).isFalse();
        assertThat(SecondCall.get(refreshed.getString("access_token"), "/contacts")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void howTokensAreAnsweredCanBeChanged() {
        SecondCall.reading("expiresIn", "NUMBER");
        JsonObject answer = Call.json(SecondCall.grant("contact", SecondCall.jwt(SecondCall.claims())));
        assertThat(answer.getValue("expires_in")).isEqualTo(86400);
        Call.control(
                "PUT",
                "2.0/readings",
                new JsonObject().put("tokenLifetime", "PT1H").put("refreshToken", "LEFT_OUT"));
        answer = Call.json(SecondCall.grant("contact", SecondCall.jwt(SecondCall.claims())));
        assertThat(answer.getValue("expires_in")).isEqualTo("3600");
        assertThat(answer.containsKey("refresh_token")).isFalse();
    }

    @Test
    void whatIsWrongWithARequestIsSaidAsOauthSaysIt() {
        String valid = SecondCall.jwt(SecondCall.claims());
        long now = Instant.now().getEpochSecond();

        assertThat(error(SecondCall.grant("contact.write", valid))).isEqualTo("400 invalid_scope");
        assertThat(error(SecondCall.grant("", valid))).isEqualTo("400 invalid_scope");
        assertThat(List.of(
                        error(SecondCall.grant("contact", "x")),
                        error(SecondCall.grant("contact", valid.substring(0, valid.length() - 4) + "AAAA")),
                        error(SecondCall.grant(
                                "contact", SecondCall.jwt(SecondCall.claims().put("iss", "other")))),
                        error(SecondCall.grant(
                                "contact", SecondCall.jwt(SecondCall.claims().put("sub", "other")))),
                        error(SecondCall.grant(
                                "contact", SecondCall.jwt(SecondCall.claims().put("exp", now - 1)))),
                        error(SecondCall.grant(
                                "contact", SecondCall.jwt(SecondCall.claims().put("exp", now + 7200)))),
                        error(SecondCall.grant(
                                "contact", SecondCall.jwt(SecondCall.claims().put("iat", now + 600)))),
                        error(SecondCall.grant(
                                "contact", SecondCall.jwt(SecondCall.claims().put("delegated_user", "nobody"))))))
                .containsOnly("400 invalid_grant");
        assertThat(error(given().formParam("grant_type", "refresh_token")
                        .formParam("refresh_token", "x")
                        .formParam("client_id", "sandbox-client")
                        .formParam("client_secret", "wrong")
                        .post(SecondCall.TOKEN)))
                .isEqualTo("401 invalid_client");
        assertThat(error(given().formParam("grant_type", "password")
                        .formParam("client_id", "sandbox-client")
                        .formParam("client_secret", "sandbox-client-secret")
                        .post(SecondCall.TOKEN)))
                .isEqualTo("400 unsupported_grant_type");
        assertThat(error(given().post(SecondCall.TOKEN))).isEqualTo("400 invalid_request");
    }

    @Test
    void aCallNeedsAValidTokenWithAScope() {
        Response none = given().get(SecondCall.API + "/contacts");
        assertThat(SecondCall.code(none)).isEqualTo("401 UNAUTHORIZED");
        assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer");
        Response wrong = SecondCall.get("wrong", "/contacts");
        assertThat(SecondCall.code(wrong)).isEqualTo("401 UNAUTHORIZED");
        assertThat(wrong.header("WWW-Authenticate")).startsWith("Bearer error=\"invalid_token\"");
        Response narrow = SecondCall.get(SecondCall.token("user.read", SecondCall.claims()), "/contacts");
        assertThat(SecondCall.code(narrow)).isEqualTo("403 FORBIDDEN");
        assertThat(narrow.header("WWW-Authenticate"))
                .isEqualTo("Bearer error=\"insufficient_scope\", scope=\"contact contact.read\"");
    }

    @Test
    void aTokenEndsWithItsLifeOrWhenAllAreRevoked() throws InterruptedException {
        String token = SecondCall.token();
        Call.control("DELETE", "2.0/tokens");
        assertThat(SecondCall.get(token, "/contacts").statusCode()).isEqualTo(401);
        SecondCall.reading("tokenLifetime", 300);
        token = SecondCall.token();
        Thread.sleep(350);
        assertThat(SecondCall.get(token, "/contacts").statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenForAMemberShowsWhatTheMemberMaySee() {
        String member = "account12@example.com";
        String token = SecondCall.token("contact", SecondCall.claims().put("delegated_user", member));
        String hidden = SecondCall.walk("contacts", "/contacts", "accessibleRange", "MEMBER").stream()
                .map(contact -> contact.getString("contactId"))
                .filter(id -> SecondCall.get(token, "/contacts/" + id).statusCode() == 403)
                .findFirst()
                .orElseThrow();

        JsonObject own = Call.json(SecondCall.get(token, "/contacts", "count", 500, "accessibleRange", "MEMBER"));
        assertThat(Call.json(SecondCall.get(token, "/users/me/contacts", "count", 500, "accessibleRange", "MEMBER"))
                        .getJsonArray("contacts"))
                .isEqualTo(own.getJsonArray("contacts"));
        assertThat(own.encode()).doesNotContain(hidden);
        assertThat(SecondCall.get(token, "/users/account1@example.com/contacts").statusCode())
                .isEqualTo(403);
        SecondCall.reading("memberTokenView", "DOMAIN");
        assertThat(Call.json(SecondCall.get(token, "/contacts", "count", 500, "accessibleRange", "MEMBER"))
                        .encode())
                .contains(hidden);
    }

    private static String error(Response response) {
        return response.statusCode() + " " + new JsonObject(response.asString()).getString("error");
    }
}
