package dev.meishi.sandbox.api.v2;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.sandbox.Call;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PhotoAndFaultsTest {

    private static final String WITH_PHOTO = "/contacts/550e8400-e29b-41d4-a716-446655440000/photo";
    private static final String WITHOUT = "/contacts/230e2625-x31b-41d4-a916-689055440000/photo";

    @BeforeEach
    @AfterEach
    void startAfresh() {
        SecondCall.startAfresh();
    }

    @Test
    void aPhotoIsWhereARedirectionLeads() throws IOException {
        Call.control("PUT", "faults/getPhoto", new JsonObject().put("rateLimitPerMinute", 10));
        Response redirection = SecondCall.get(SecondCall.token(), WITH_PHOTO);

        assertThat(redirection.statusCode()).isEqualTo(302);
        assertThat(redirection.header("rateLimit-limit")).isNull();
        URI location = URI.create(redirection.header("Location"));
        assertThat(location.getPort()).isEqualTo(RestAssured.port);
        Response photo = given().get(location);
        assertThat(photo.contentType()).isEqualTo("image/png");
        try (InputStream image = photo.asInputStream()) {
            assertThat(ImageIO.read(image).getWidth()).isEqualTo(32);
        }
        assertThat(SecondCall.code(SecondCall.get(SecondCall.token(), WITHOUT))).isEqualTo("404 NOT_FOUND");
        assertThat(Call.control("GET", "calls").getJsonObject("results").getJsonObject("getPhoto"))
                .isEqualTo(new JsonObject().put("302", 1).put("404", 1));
    }

    @Test
    void aPhotoCanBeWhatItShouldNotBe() throws IOException {
        SecondCall.reading("photo", "FOREIGN_HOST");
        assertThat(location()).startsWith("https://photos.example.net/");
        SecondCall.reading("photo", "HTML");
        assertThat(given().get(location()).contentType()).startsWith("text/html");
        SecondCall.reading("photo", "HUGE");
        URLConnection connection = URI.create(location()).toURL().openConnection();
        assertThat(connection.getContentLengthLong()).isEqualTo(1L << 30);
        try (InputStream start = connection.getInputStream()) {
            assertThat(start.readNBytes(1 << 20)).hasSize(1 << 20);
        }
    }

    @Test
    void theQuotaIsToldInHeadersUnlessItIsReadOtherwise() {
        String token = SecondCall.token();
        Call.control("PUT", "faults/listContacts", new JsonObject().put("rateLimitPerMinute", 1));
        Response first = SecondCall.get(token, "/contacts");
        assertThat(first.header("rateLimit-remaining")).isEqualTo("0");
        assertThat(first.header("rateLimit-ssed")).isEqualTo("1");
        Response refused = SecondCall.get(token, "/contacts");
        assertThat(SecondCall.code(refused)).isEqualTo("429 TOO_MANY_REQUESTS");
        assertThat(refused.header("rateLimit-reset")).isNotNull();
        SecondCall.reading("quotaHeaders", "NOT_ON_429");
        assertThat(SecondCall.get(token, "/contacts").header("rateLimit-limit")).isNull();
    }

    @Test
    void everyErrorCanBeAskedFor() {
        Map<Integer, String> codes = Map.of(
                400, "OUT_OF_RANGE",
                401, "UNAUTHORIZED",
                403, "ACCESS_DENIED",
                404, "CONTACT_NOT_EXIST",
                409, "ALREADY_EXIST",
                410, "DELETED",
                500, "INTERNAL_SERVER_ERROR",
                503, "SERVICE_UNAVAILABLE");
        String token = SecondCall.token();
        codes.forEach((status, code) -> {
            fault("listContacts", status, "errorCode", code);
            assertThat(SecondCall.code(SecondCall.get(token, "/contacts"))).isEqualTo(status + " " + code);
        });
        fault("listContacts", 410, "errorCode", "");
        assertThat(SecondCall.code(SecondCall.get(token, "/contacts"))).isEqualTo("410 DELETED");
        fault("listContacts", 401, "errorShape", "EMPTY");
        Response empty = SecondCall.get(token, "/contacts");
        assertThat(empty.asString()).isEmpty();
        assertThat(empty.contentType()).isEmpty();
        assertThat(empty.header("WWW-Authenticate")).contains("invalid_token");
    }

    @Test
    void errorsOfTheTokenEndpointAreThoseOfOauth() {
        fault("accessToken", 400, "errorCode", "INVALID_GRANT");
        Response refused = SecondCall.grant("contact", "x");

        assertThat(new JsonObject(refused.asString()).getString("error")).isEqualTo("invalid_grant");
        fault("accessToken", 503, "errorCode", "");
        assertThat(new JsonObject(SecondCall.grant("contact", "x").asString()).getString("error"))
                .isEqualTo("temporarily_unavailable");
    }

    @Test
    void pagesCanLoseContactsAndCursorsCanRepeat() {
        Call.control("PUT", "faults/listContacts", new JsonObject().put("truncatedPage", 1));
        JsonObject page = SecondCall.json("/contacts");
        assertThat(page.getJsonArray("contacts")).hasSize(50);
        Call.control("PUT", "faults/listContacts", new JsonObject().put("repeatNextPage", true));
        String cursor = page.getJsonObject("responseMetaData").getString("nextCursor");
        assertThat(SecondCall.json("/contacts", "cursor", cursor)
                        .getJsonObject("responseMetaData")
                        .getString("nextCursor"))
                .isEqualTo(cursor);
    }

    private static String location() {
        return SecondCall.get(SecondCall.token(), WITH_PHOTO).header("Location");
    }

    private static void fault(String operation, int status, String name, String value) {
        Call.control(
                "PUT",
                "faults/" + operation,
                new JsonObject()
                        .put("errors", new JsonObject().put(String.valueOf(status), 1))
                        .put(name, value));
    }
}
