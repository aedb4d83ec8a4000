package dev.meishi.sandbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CredentialsTest {

    @Test
    void aMissingHeaderIs028() {
        assertGateway(given().get(Call.CONTACTS), 401, "028", "UNAUTHORIZED");
        assertGateway(given().header("consumerKey", "sandbox-consumer-key").get(Call.TAGS), 401, "028", "UNAUTHORIZED");
        assertGateway(
                given().header("Authorization", "Bearer x").post(Call.PRIVATE_CONTACTS), 401, "028", "UNAUTHORIZED");
    }

    @Test
    void aMalformedHeaderIs029() {
        for (String authorization :
                List.of("sandbox-server-token", "bearer x", "Bearer  x", "Bearer ", "Bearer a b", "Basic eA==")) {
            assertGateway(with("sandbox-consumer-key", authorization).get(Call.CONTACTS), 401, "029", "UNAUTHORIZED");
        }
    }

    @Test
    void wrongCredentialsAre024() {
        assertGateway(with("other", "Bearer sandbox-server-token").get(Call.CONTACTS), 401, "024", "UNAUTHORIZED");
        assertGateway(
                with("sandbox-consumer-key", "Bearer other").get(Call.CONTACTS + "/x"), 401, "024", "UNAUTHORIZED");
    }

    @Test
    void aWrongApiIdIs041() {
        assertGateway(
                Call.authenticated().get("/r/other/contact/v3/domains/1/shared/contacts"), 403, "041", "FORBIDDEN");
        assertGateway(
                Call.authenticated().post("/migration/other/contact/listPrivateContact/v1"), 403, "041", "FORBIDDEN");
    }

    @Test
    void anUnknownUrlIs001() {
        for (String path : List.of(
                "/r/sandbox/contact/v4/domains/1/shared/contacts", "/r/sandbox/nothing", Call.CONTACTS + "/a/b")) {
            assertGateway(Call.authenticated().get(path), 404, "001", "NOT_FOUND");
        }
        assertGateway(Call.authenticated().post(Call.CONTACTS), 404, "001", "NOT_FOUND");
    }

    @Test
    void anUnknownDomainIsNotFoundByTheContactService() {
        Response response = Call.authenticated().get("/r/sandbox/contact/v3/domains/2/shared/contacts");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(new JsonObject(response.asString()))
                .isEqualTo(new JsonObject().put("code", "NOT_FOUND").put("message", "domain does not exist"));
    }

    private static RequestSpecification with(String consumerKey, String authorization) {
        return given().header("consumerKey", consumerKey).header("Authorization", authorization);
    }

    private static void assertGateway(Response response, int status, String errorCode, String code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.contentType()).isEqualTo("application/json;charset=UTF-8");
        JsonObject body = new JsonObject(response.asString());
        assertThat(body.fieldNames()).containsExactly("errorMessage", "errorCode", "code");
        assertThat(body.getString("errorCode")).isEqualTo(errorCode);
        assertThat(body.getString("code")).isEqualTo(code);
    }
}
