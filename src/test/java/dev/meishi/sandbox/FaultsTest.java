package dev.meishi.sandbox;

import static dev.meishi.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meishi.sandbox.data.VendorSamples;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FaultsTest {

    @BeforeEach
    @AfterEach
    void startAfresh() {
        Call.startAfresh();
    }

    @Test
    void nothingIsWrongUntilAskedFor() {
        JsonObject none = new JsonObject("""
                {"latency":"PT0S","errors":{},"errorShape":"SERVICE","rateLimitPerMinute":0,"hang":0.0,"cut":0.0,
                "malformed":0.0,"wrongContentType":0.0,"truncatedPage":0.0,"worksAtAsObject":false,"repeatNextPage":false,
                "errorCode":""}
                """);

        assertThat(Call.control("GET", "faults").fieldNames())
                .startsWith("listContacts", "getContact", "listTags", "getTag", "listPrivateContacts", "serverToken")
                .contains("listMemberContacts", "getPhoto", "accessToken");
        assertThat(Call.control("GET", "faults"))
                .allMatch(faults -> faults.getValue().equals(none));
    }

    @Test
    void aFaultConcernsItsOperationOnlyUntilItIsDeleted() {
        JsonObject set = fault("listTags", "errors", Map.of("500", 1));

        assertThat(Call.control("GET", "faults/listTags")).isEqualTo(set);
        assertThat(Call.authenticated().get(Call.TAGS).statusCode()).isEqualTo(500);
        assertThat(Call.contacts("maxResults", 1).statusCode()).isEqualTo(200);
        Call.control("DELETE", "faults/listTags");
        assertThat(Call.authenticated().get(Call.TAGS).statusCode()).isEqualTo(200);
    }

    @Test
    void faultsWithoutAnOperationConcernAll() {
        Call.control("PUT", "faults", new JsonObject().put("errors", new JsonObject().put("503", 1)));

        assertThat(List.of(
                        Call.contacts().statusCode(),
                        Call.authenticated().get(Call.CONTACTS + "/x").statusCode(),
                        Call.authenticated().get(Call.TAGS).statusCode(),
                        Call.authenticated().get(Call.TAGS + "/x").statusCode(),
                        Call.authenticated().post(Call.PRIVATE_CONTACTS).statusCode(),
                        given().post(Call.TOKEN).statusCode()))
                .containsOnly(503);
    }

    @Test
    void errorsComeInTheFourShapesOfTheFamily() {
        assertThat(errorIn("GATEWAY")).isEqualTo(new JsonObject("""
                {"errorMessage":"Injected by the sandbox","errorCode":"500","code":"INTERNAL_SERVER_ERROR"}"""));
        assertThat(errorIn("SERVICE")).isEqualTo(new JsonObject("""
                {"code":"INTERNAL_SERVER_ERROR","message":"Injected by the sandbox"}"""));
        assertThat(errorIn("V1")).isEqualTo(new JsonObject("""
                {"message":"Injected by the sandbox","data":null,"code":"FAIL","failType":"INTERNAL_SERVER_ERROR"}"""));
        assertThat(errorIn("V2")).isEqualTo(new JsonObject("""
                {"code":"INTERNAL_SERVER_ERROR","description":"Injected by the sandbox"}"""));
    }

    @Test
    void ratesAreKeptToAndARunRepeatsItself() {
        JsonObject rates = new JsonObject().put("500", 0.2).put("503", 0.3);
        List<Integer> first = statuses(rates);
        List<Integer> second = statuses(rates);

        assertThat(first).isEqualTo(second);
        assertThat(first).filteredOn(status -> status == 500).hasSizeBetween(20, 60);
        assertThat(first).filteredOn(status -> status == 503).hasSizeBetween(35, 85);
    }

    @Test
    void latencyIsWaitedInMillisecondsOrAsADuration() {
        for (Object latency : List.of(300, "PT0.3S")) {
            fault("listTags", "latency", latency);
            long start = System.nanoTime();
            Call.authenticated().get(Call.TAGS);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(295));
        }
    }

    @Test
    void aRateLimitCountsDownAndThenAnswers429() {
        fault("listTags", "rateLimitPerMinute", 2);

        assertThat(Call.authenticated().get(Call.TAGS).header("rateLimit-remaining"))
                .isEqualTo("1");
        Response last = Call.authenticated().get(Call.TAGS);
        Response refused = Call.authenticated().get(Call.TAGS);
        assertThat(last.statusCode()).isEqualTo(200);
        assertThat(last.header("rateLimit-remaining")).isEqualTo("0");
        assertThat(last.header("rateLimit-limit")).isEqualTo("2");
        assertThat(last.header("rateLimit-ssed")).isEqualTo("2");
        assertThat(Integer.parseInt(last.header("rateLimit-reset"))).isBetween(1, 60);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.header("rateLimit-remaining")).isEqualTo("0");
        assertThat(new JsonObject(refused.asString()).getString("code")).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(Call.contacts("maxResults", 1).header("rateLimit-limit")).isNull();
    }

    @Test
    void aHangingCallIsNotAnsweredAndEndsWithItsConnection() {
        fault("listContacts", "hang", 1);

        assertThatThrownBy(() -> fetch(Duration.ofMillis(500))).isInstanceOf(HttpTimeoutException.class);
        assertThatThrownBy(() -> fetch(Duration.ofSeconds(10)))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HttpTimeoutException.class);
        JsonObject calls = Call.control("GET", "calls");
        assertThat(calls.getJsonObject("results").getJsonObject("listContacts"))
                .isEqualTo(new JsonObject().put("abandoned", 1).put("hang", calls.getInteger("listContacts") - 1));
    }

    private static JsonObject results(String operation) {
        return Call.control("GET", "calls").getJsonObject("results").getJsonObject(operation);
    }

    @Test
    void aCallWhoseCallerLeavesIsAbandonedAtOnceAndNotAnswered() {
        fault("listContacts", "latency", "PT1M");

        assertThatThrownBy(() -> fetch(Duration.ofMillis(500))).isInstanceOf(HttpTimeoutException.class);
        eventually(() -> !results("listContacts").isEmpty());

        assertThat(results("listContacts")).isEqualTo(new JsonObject().put("abandoned", 1));
        assertThat(Call.control("GET", "calls").getJsonObject("rejected")).isEmpty();
    }

    @Test
    void aCutAnswerEndsHalfWayThrough() {
        fault("listContacts", "cut", 1);

        assertThatThrownBy(() -> fetch(Duration.ofSeconds(10)))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void aMalformedAnswerIsHalfATextWithStatus200() {
        fault("listContacts", "malformed", 1);
        Response response = Call.contacts();

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).isEqualTo("application/json;charset=UTF-8");
        assertThatThrownBy(() -> new JsonObject(response.asString())).isInstanceOf(DecodeException.class);
    }

    @Test
    void aWrongContentTypeSaysHtml() {
        fault("listContacts", "wrongContentType", 1);

        assertThat(Call.contacts("maxResults", 1).contentType()).isEqualTo("text/html;charset=UTF-8");
    }

    @Test
    void aTruncatedPageKeepsItsNextPage() {
        fault("listContacts", "truncatedPage", 1);
        JsonObject page = Call.page("maxResults", 100);

        assertThat(page.getJsonArray("contacts")).hasSize(50);
        assertThat(page.getInteger("nextPage")).isEqualTo(2);
    }

    @Test
    void aRepeatedNextPageNeverGrows() {
        fault("listContacts", "repeatNextPage", true);

        assertThat(Call.page("maxResults", 100, "page", 3).getInteger("nextPage"))
                .isEqualTo(3);
        assertThat(Call.page("maxResults", 500, "page", 2).containsKey("nextPage"))
                .isFalse();
    }

    @Test
    void worksAtIsAListOrAsTheTableSaysAnObject() {
        assertThat(worksAt()).isNotEmpty().allMatch(JsonArray.class::isInstance);
        fault("listContacts", "worksAtAsObject", true);
        assertThat(worksAt()).isNotEmpty().allMatch(JsonObject.class::isInstance);
    }

    @Test
    void whatIsUnknownOrOutOfRangeIsRefusedWithWhatIsAllowed() {
        assertRefused("faults/listEverything", "{}", "allowed are listContacts, getContact, listTags, getTag");
        assertRefused("faults", "{\"explode\":1}", "Unknown switch explode; allowed are latency, errors, errorShape");
        assertRefused("faults", "{\"hang\":1.1}", "hang must be a rate from 0 to 1");
        assertRefused("faults", "{\"hang\":\"often\"}", "hang must be a rate from 0 to 1");
        assertRefused("faults", "{\"errors\":{\"600\":1}}", "400 to 599");
        assertRefused("faults", "{\"errors\":{\"500\":2}}", "errors must be a rate from 0 to 1");
        assertRefused("faults", "{\"errors\":1}", "errors must be an object");
        assertRefused("faults", "{\"errorShape\":\"XML\"}", "one of [GATEWAY, SERVICE, V1, V2, EMPTY]");
        assertRefused("faults", "{\"latency\":\"soon\"}", "milliseconds or an ISO 8601 duration");
        assertRefused("faults", "{\"latency\":-1}", "milliseconds or an ISO 8601 duration");
        assertRefused("faults", "{\"rateLimitPerMinute\":0.5}", "a whole number");
        assertRefused("faults", "{\"repeatNextPage\":1}", "true or false");
        assertRefused("faults", "[]", "The body must be a JSON object");
        assertRefused("faults", "", "The body must be a JSON object");
        assertThat(Call.contacts().statusCode()).isEqualTo(200);
    }

    private static JsonObject fault(String operation, String name, Object value) {
        return Call.control("PUT", "faults/" + operation, new JsonObject().put(name, value));
    }

    private static JsonObject errorIn(String shape) {
        JsonObject errors = new JsonObject().put("500", 1);
        Call.control(
                "PUT", "faults/listTags", new JsonObject().put("errors", errors).put("errorShape", shape));
        return new JsonObject(Call.authenticated()
                .get(Call.TAGS)
                .then()
                .statusCode(500)
                .extract()
                .asString());
    }

    private static List<Integer> statuses(JsonObject rates) {
        fault("getTag", "errors", rates);
        return Stream.generate(() -> Call.authenticated()
                        .get(Call.TAGS + "/" + VendorSamples.TAG_IDS.get(0))
                        .statusCode())
                .limit(200)
                .toList();
    }

    private static List<Object> worksAt() {
        JsonObject page = Call.page("filterWorksAt", true);
        return Call.objects(page.getJsonArray("contacts")).stream()
                .map(contact -> contact.getValue("worksAt"))
                .toList();
    }

    private static void assertRefused(String path, String body, String message) {
        Response response = given().contentType("application/json").body(body).put("/sandbox/" + path);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(new JsonObject(response.asString()).getString("message")).contains(message);
    }

    private static HttpResponse<String> fetch(Duration timeout) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + Call.CONTACTS))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(timeout)
                .header("consumerKey", "sandbox-consumer-key")
                .header("Authorization", "Bearer sandbox-server-token")
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
