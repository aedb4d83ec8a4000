package dev.meishi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OperationsTest {

    @BeforeEach
    void startAfresh() {
        Call.startAfresh();
    }

    @Test
    void oneContactIsTheBareObjectWithAllEightNameParts() {
        String id = Call.truth().get(11);
        JsonObject contact = Call.json(Call.authenticated().get(Call.CONTACTS + "/" + id));

        assertThat(contact.getString("resourceId")).isEqualTo(id);
        assertThat(contact.getJsonObject("name").fieldNames())
                .containsExactly(
                        "lastName",
                        "firstName",
                        "phoneticLastName",
                        "phoneticFirstName",
                        "nickName",
                        "prefix",
                        "suffix",
                        "middleName");
    }

    @Test
    void oneContactAndTheListedOneAgreeOnEverythingElse() {
        for (JsonObject listed : Call.objects(Call.page("maxResults", 60).getJsonArray("contacts"))) {
            String id = listed.getString("resourceId");
            JsonObject single = Call.json(Call.authenticated().get(Call.CONTACTS + "/" + id));

            List.of("prefix", "suffix", "middleName").forEach(single.getJsonObject("name")::remove);
            assertThat(single).isEqualTo(listed);
        }
    }

    @Test
    void anUnknownContactOrTagIsNotFound() {
        for (String path : List.of(Call.CONTACTS + "/none", Call.TAGS + "/none")) {
            Response response = Call.authenticated().get(path);

            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(new JsonObject(response.asString()).getString("code")).isEqualTo("NOT_FOUND");
        }
    }

    @Test
    void tagsComeByNameAHundredAtATime() {
        JsonObject page = Call.json(Call.authenticated().get(Call.TAGS));

        assertThat(Call.objects(page.getJsonArray("contactTags")))
                .hasSize(40)
                .isSortedAccordingTo((a, b) -> a.getString("contactTagName").compareTo(b.getString("contactTagName")))
                .allSatisfy(tag -> assertThat(tag.containsKey("userId"))
                        .isEqualTo(tag.getString("type").equals("USER")));
        assertThat(page.getJsonObject("responseMetaData").getMap()).containsEntry("nextCursor", null);
    }

    @Test
    void cursorsLeadThroughAllTags() {
        List<JsonObject> tags = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonObject page = Call.json(Call.authenticated()
                    .queryParam("count", 15)
                    .queryParam("cursor", cursor)
                    .get(Call.TAGS));
            tags.addAll(Call.objects(page.getJsonArray("contactTags")));
            assertThat(tags).hasSizeLessThanOrEqualTo(40).doesNotHaveDuplicates();
            cursor = page.getJsonObject("responseMetaData").getString("nextCursor");
        }

        assertThat(tags).hasSize(40);
        assertThat(Call.json(
                        Call.authenticated().get(Call.TAGS + "/" + tags.get(17).getString("contactTagId"))))
                .isEqualTo(tags.get(17));
    }

    @Test
    void aCountOrCursorOutOfRangeIsRefused() {
        for (String query : List.of("count=0", "count=501", "cursor=x", "cursor=dGFnczo5OQ==", "cursor=dGFnczotMQ==")) {
            Response response = Call.authenticated().get(Call.TAGS + "?" + query);

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(new JsonObject(response.asString()).getString("code")).isEqualTo("INVALID_PARAMETER");
        }
    }

    @Test
    void privateContactsComeInTheFirstGenerationsEnvelope() {
        JsonObject answer = privateContacts("account1@example.com", 1, 10);

        assertThat(answer.fieldNames()).containsExactly("message", "data", "code", "failType");
        assertThat(answer.getString("code")).isEqualTo("SUCCESS");
        assertThat(answer.getJsonObject("data").getInteger("totalLength")).isEqualTo(25);
        assertThat(Call.objects(answer.getJsonObject("data").getJsonArray("resultData")))
                .hasSize(10)
                .allSatisfy(contact -> {
                    assertThat(contact.getLong("contactNo").toString()).hasSize(15);
                    assertThat(contact.fieldNames())
                            .contains("name", "tel", "email", "organization", "department", "jobTitle", "photoUrl");
                    assertThat(contact.getString("importantContactYn")).isIn("Y", "N");
                })
                .anySatisfy(contact -> assertThat(contact.getString("photoUrl")).isEmpty());
    }

    @Test
    void privateContactsPageToTheEndAndAreEmptyAfterIt() {
        List<JsonObject> contacts = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            JsonObject data = privateContacts("account2@example.com", page, 500).getJsonObject("data");
            assertThat(data.getInteger("totalLength")).isEqualTo(1200);
            assertThat(data.getJsonArray("resultData"))
                    .hasSize(List.of(500, 500, 200, 0).get(page - 1));
            contacts.addAll(Call.objects(data.getJsonArray("resultData")));
        }

        assertThat(contacts).extracting(contact -> contact.getLong("contactNo")).doesNotHaveDuplicates();
        assertThat(contacts)
                .extracting(contact ->
                        contact.getJsonObject("worksAt", new JsonObject()).getString("serviceType"))
                .containsOnly("line", "worksat", null);
    }

    @Test
    void aFailureOfTheFirstGenerationHasStatus200() {
        assertFailure(privateContacts("nobody@example.com", 1, 10), "NOT_FOUND_MEMBER");
        assertFailure(privateContacts("", 1, 10), "INVALID_PARAMETER");
        assertFailure(privateContacts("account1@example.com", 0, 10), "INVALID_PARAMETER");
        assertFailure(privateContacts("account1@example.com", 1, 501), "INVALID_PARAMETER");
        assertFailure(Call.json(Call.authenticated().post(Call.PRIVATE_CONTACTS)), "INVALID_PARAMETER");
    }

    private static JsonObject privateContacts(String member, int pageIndex, int pagePerLength) {
        return Call.json(Call.authenticated()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("targetMemberEmail", member)
                .formParam("pageIndex", pageIndex)
                .formParam("pagePerLength", pagePerLength)
                .post(Call.PRIVATE_CONTACTS));
    }

    private static void assertFailure(JsonObject answer, String failType) {
        assertThat(answer.getString("code")).isEqualTo("FAIL");
        assertThat(answer.getString("failType")).isEqualTo(failType);
        assertThat(answer.getString("message")).isNotEmpty();
        assertThat(answer.getValue("data")).isNull();
    }
}
