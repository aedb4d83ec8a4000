package dev.meishi.sandbox;

import static dev.meishi.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.sandbox.api.v2.SecondCall;
import dev.meishi.sandbox.data.VendorSamples;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ControlTest {

    @BeforeEach
    @AfterEach
    void startAfresh() {
        Call.control("POST", "reset", new JsonObject());
        Call.startAfresh();
    }

    @Test
    void callsAreCountedByOperationAndResult() {
        Call.contacts("maxResults", 1);
        Call.contacts("maxResults", 0);
        Call.authenticated().get(Call.CONTACTS + "/none");
        given().get(Call.TAGS);
        Call.authenticated().get("/r/nothing");
        Call.control("GET", "contacts");

        assertThat(Call.control("GET", "calls")).isEqualTo(new JsonObject("""
                {"listContacts":2,"getContact":1,"listTags":1,"getTag":0,"listPrivateContacts":0,"serverToken":0,
                "listMemberContacts":0,"listMemberTags":0,"listCustomProperties":0,"getPhoto":0,"listMembers":0,
                "getMember":0,"listMemberKeys":0,"listGroupKeys":0,"listOrgUnits":0,"accessToken":0,
                "results":{"listContacts":{"200":1,"400":1},"getContact":{"404":1},"listTags":{"401":1},"getTag":{},
                "listPrivateContacts":{},"serverToken":{},
                "listMemberContacts":{},"listMemberTags":{},"listCustomProperties":{},"getPhoto":{},"listMembers":{},
                "getMember":{},"listMemberKeys":{},"listGroupKeys":{},"listOrgUnits":{},"accessToken":{}},
                "rejected":{"400":1,"401":1,"404":2}}"""));
        assertThat(Call.control("DELETE", "calls").getInteger("listContacts")).isZero();
    }

    @Test
    void changesAreAppliedAtOnceAndListedById() {
        List<String> before = Call.truth();
        JsonObject answer = Call.control(
                "POST",
                "changes",
                new JsonObject().put("inserts", 3).put("updates", 2).put("deletes", 1));
        List<String> after = Call.truth();

        assertThat(answer.fieldNames()).containsExactly("inserted", "updated", "deleted");
        assertThat(after)
                .hasSize(1002)
                .endsWith(answer.getJsonArray("inserted").stream().toArray(String[]::new));
        assertThat(before).contains(answer.getJsonArray("deleted").getString(0));
        assertThat(after).doesNotContain(answer.getJsonArray("deleted").getString(0));
        JsonObject updated = Call.json(Call.authenticated()
                .get(Call.CONTACTS + "/" + answer.getJsonArray("updated").getString(1)));
        assertThat(OffsetDateTime.parse(updated.getString("modificationTime")).toInstant())
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @Test
    void changesGoOnAtTheRatesThatAreSetUntilTheyAre0() {
        JsonObject rates = Call.control("PUT", "changes", new JsonObject().put("insertsPerSecond", 50));
        assertThat(rates).isEqualTo(new JsonObject("""
                        {"insertsPerSecond":50.0,"updatesPerSecond":0.0,"deletesPerSecond":0.0}""")).isEqualTo(Call.control("GET", "changes"));
        eventually(() -> Call.truth().size() > 1000);
        Call.control("PUT", "changes", new JsonObject());

        assertThat(Call.truth().size() % 50).isZero();
        assertThat(Call.truth()).hasSizeGreaterThan(1000);
    }

    @Test
    void theTruthKnowsNoCapNoWindowLimitNoFaultsAndNoCounting() {
        Call.control("PUT", "faults", new JsonObject().put("errors", new JsonObject().put("500", 1)));

        assertThat(Call.truth("startDateTime", "2020-01-01T00:00:00Z", "endDateTime", "2030-01-01T00:00:00Z"))
                .hasSize(1000);
        assertThat(Call.truth("open", false, "orderBy", "NAME")).hasSizeBetween(200, 300);
        assertThat(Call.control("GET", "calls").getInteger("listContacts")).isZero();
    }

    @Test
    void theTruthSaysWhatContactsAreSortedByIfAsked() {
        Call.control("POST", "contacts", new JsonObject("""
                {"resourceId":"first","name":{"lastName":"Handmade","firstName":"Ann"},
                "creationTime":"2001-01-01T09:00:00+09:00","modificationTime":"2002-01-01T09:00:00+09:00"}"""));
        Call.control("POST", "contacts", new JsonObject("""
                {"resourceId":"second","name":{"lastName":"Handmade"},
                "creationTime":"2001-01-01T09:00:01+09:00","modificationTime":"2002-01-01T09:00:00+09:00"}"""));

        assertThat(Call.control("GET", "contacts?keyword=handmade&keys=true")).isEqualTo(new JsonObject("""
                {"resourceIds":["first","second"],"total":2,"creationTimes":[978307200,978307201],
                "modificationTimes":[1009843200,1009843200],"sortNames":["handmade\\u0000ann","handmade\\u0000"]}"""));
        assertThat(Call.control("GET", "contacts?keyword=handmade").fieldNames())
                .containsExactly("resourceIds", "total");
    }

    @Test
    void aContactIsAddedReplacedAndTakenOutVerbatim() {
        JsonObject contact = new JsonObject("""
                {"resourceId":"by-hand","open":false,"name":{"lastName":"Handmade","prefix":"Dr."},"unheardOf":[1,null],
                "sharedMembers":[{"id":"account9@example.com","type":"USER"}],"creationTime":"2019-01-01T00:00:00+09:00",
                "modificationTime":"2019-01-01T00:00:00+09:00","tagResourceIds":["odd"],"worksAt":null}""");

        assertThat(Call.control("POST", "contacts", contact))
                .isEqualTo(new JsonObject().put("resourceId", "by-hand").put("total", 1001));
        assertThat(Call.page("maxResults", 1).getJsonArray("contacts").getJsonObject(0))
                .isEqualTo(contact);
        assertThat(Call.json(Call.authenticated().get(Call.CONTACTS + "/by-hand")))
                .isEqualTo(contact);
        assertThat(Call.truth("keyword", "handmade", "tagResourceId", "odd", "userId", "account9@example.com"))
                .containsExactly("by-hand");
        Call.control("POST", "contacts", contact.copy().put("open", true));
        assertThat(Call.truth("keyword", "handmade", "open", true)).containsExactly("by-hand");
        assertThat(Call.control("DELETE", "contacts/by-hand"))
                .isEqualTo(new JsonObject().put("removed", true).put("total", 1000));
        assertThat(Call.control("DELETE", "contacts/by-hand").getBoolean("removed"))
                .isFalse();
    }

    @Test
    void aContactOfTheSeedIsChangedByAPatchInBothApis() {
        String id = Call.truth().get(40);
        JsonObject before = Call.control("GET", "contacts/" + id);
        JsonObject properties = SecondCall.json("/contacts/" + id).getJsonObject("customProperties");

        JsonObject after = Call.control(
                "PATCH",
                "contacts/" + id,
                new JsonObject(
                        "{\"memo\":\"patched\",\"name\":{\"nickName\":\"Pat\",\"prefix\":null},\"phones\":null}"));

        assertThat(after.getString("memo")).isEqualTo("patched");
        assertThat(after.containsKey("phones")).isFalse();
        assertThat(after.getJsonObject("name").getString("lastName"))
                .isEqualTo(before.getJsonObject("name").getString("lastName"));
        assertThat(after.getJsonObject("name").getString("nickName")).isEqualTo("Pat");
        assertThat(after.getString("creationTime")).isEqualTo(before.getString("creationTime"));
        assertThat(OffsetDateTime.parse(after.getString("modificationTime")).toInstant())
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(Call.json(Call.authenticated().get(Call.CONTACTS + "/" + id)))
                .isEqualTo(after);
        assertThat(Call.control("GET", "contacts/" + id)).isEqualTo(after);
        JsonObject second = SecondCall.json("/contacts/" + id);
        assertThat(second.getString("memo")).isEqualTo("patched");
        assertThat(second.getJsonArray("telephones")).isEmpty();
        assertThat(second.getJsonObject("contactName").getString("nickName")).isEqualTo("Pat");
        assertThat(second.getJsonObject("customProperties")).isEqualTo(properties);
        assertThat(Call.truth()).hasSize(1000).contains(id);
    }

    @Test
    void aPatchThatSaysWhenIsOfThen() {
        JsonObject patch = new JsonObject().put("modificationTime", "2031-02-03T04:05:06+09:00");
        JsonObject after = Call.control(
                "PATCH", "contacts/" + VendorSamples.contacts().get(0).getString("resourceId"), patch);

        assertThat(after.getString("modificationTime")).isEqualTo("2031-02-03T04:05:06+09:00");
        assertThat(Call.truth("orderBy", "MODIFICATION_TIME", "sortOrder", "DESC")
                        .get(0))
                .isEqualTo(after.getString("resourceId"));
    }

    @Test
    void aContactThatIsNotThereIsSaidToBeMissing() {
        for (String method : List.of("GET", "PATCH")) {
            var response = given().contentType("application/json").body("{}").request(method, "/sandbox/contacts/none");
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.asString()).contains("No contact has the resourceId none");
        }
    }

    @Test
    void aScenarioIsInForceUntilTheNextReset() {
        JsonObject scenarios = Call.control("GET", "scenarios");
        assertThat(scenarios.getString("scenario")).isEqualTo("default");
        assertThat(scenarios.getJsonObject("scenarios").fieldNames())
                .containsExactly("default", "empty", "nameless", "nulls", "unknown-enums", "tags-down", "slow", "down");

        assertThat(reset("empty")).isEqualTo(new JsonObject("{\"scenario\":\"empty\",\"total\":0}"));
        assertThat(Call.truth()).isEmpty();
        Call.control("POST", "contacts", new JsonObject().put("resourceId", "added"));
        assertThat(Call.control("DELETE", "contacts").getInteger("total")).isZero();
        assertThat(Call.control("GET", "scenarios").getString("scenario")).isEqualTo("empty");

        reset("tags-down");
        assertThat(Call.truth()).hasSize(1000);
        assertThat(Call.authenticated().get(Call.TAGS).statusCode()).isEqualTo(503);
        assertThat(Call.contacts("maxResults", 1).statusCode()).isEqualTo(200);
        Call.control("PUT", "faults/listTags", new JsonObject());
        assertThat(Call.authenticated().get(Call.TAGS).statusCode()).isEqualTo(200);
        Call.control("DELETE", "faults");
        assertThat(Call.authenticated().get(Call.TAGS).statusCode()).isEqualTo(503);

        assertThat(Call.control("POST", "reset", new JsonObject()).getString("scenario"))
                .isEqualTo("default");
        assertThat(Call.authenticated().get(Call.TAGS).statusCode()).isEqualTo(200);
    }

    @Test
    void slowAndDownAreForEveryOperation() {
        reset("slow");
        JsonObject faults = Call.control("GET", "faults");
        assertThat(faults)
                .hasSize(16)
                .allMatch(plan ->
                        ((JsonObject) plan.getValue()).getString("latency").equals("PT2S"));
        reset("down");
        assertThat(Call.contacts().statusCode()).isEqualTo(503);
        assertThat(Call.authenticated().get(Call.PRIVATE_CONTACTS).statusCode()).isIn(404, 405);
        assertThat(Call.authenticated().get(Call.TAGS).statusCode()).isEqualTo(503);
    }

    private static JsonObject reset(String scenario) {
        return Call.control("POST", "reset", new JsonObject().put("scenario", scenario));
    }

    @Test
    void whatAPageOfAnotherSiteCouldSendIsNotTaken() {
        for (String path : List.of("contacts/x", "reset", "faults")) {
            for (String method : List.of("POST", "PUT", "PATCH")) {
                assertThat(given().contentType("text/plain")
                                .body("{}")
                                .request(method, "/sandbox/" + path)
                                .statusCode())
                        .isEqualTo(415);
            }
        }
    }

    @Test
    void whatCannotBeUsedIsRefusedWithWhatIsAllowed() {
        assertRefused("POST", "reset", "{\"scenario\":\"full\"}", "scenario must be one of default, empty, nameless");
        assertRefused("POST", "reset", "{\"scenario\":\"full\"}", "found full");
        assertRefused("POST", "reset", "{\"seed\":1}", "Unknown switch seed; allowed is scenario");
        assertRefused("POST", "reset", "[]", "The body must be a JSON object");
        assertRefused("PATCH", "contacts/x", "[]", "The body must be a JSON object");

        assertRefused("POST", "changes", "{\"inserts\":-1}", "inserts must be a number from 0 to 10000");
        assertRefused("POST", "changes", "{\"upserts\":1}", "allowed are inserts, updates, deletes");
        assertRefused("PUT", "changes", "{\"inserts\":1}", "allowed are insertsPerSecond");
        assertRefused("POST", "contacts", "{\"name\":{}}", "resourceId");
        assertRefused("GET", "contacts?orderBy=AGE", "", "orderBy must be one of");
    }

    private static void assertRefused(String method, String path, String body, String message) {
        var response = given().contentType("application/json").body(body).request(method, "/sandbox/" + path);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(new JsonObject(response.asString()).getString("message")).contains(message);
    }
}
