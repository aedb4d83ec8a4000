package dev.meishi.sandbox;

import static dev.meishi.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

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
        Call.control("PUT", "changes", new JsonObject());
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
    void whatCannotBeUsedIsRefusedWithWhatIsAllowed() {
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
