package dev.meishi.sandbox.api.v2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.sandbox.Call;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DirectoryTest {

    @BeforeEach
    @AfterEach
    void startAfresh() {
        SecondCall.startAfresh();
    }

    @Test
    void aMemberHasNamesAnOrganisationAndNulls() {
        JsonObject member = SecondCall.json("/users/account1@example.com");

        assertThat(member.getString("userId")).isEqualTo("account1@example.com");
        assertThat(member.getJsonObject("userName").fieldNames())
                .containsExactly("lastName", "firstName", "phoneticLastName", "phoneticFirstName");
        assertThat(member.getMap()).containsEntry("nickName", null);
        JsonObject organization = member.getJsonArray("organizations").getJsonObject(0);
        assertThat(organization.getJsonArray("orgUnits").getJsonObject(0).getString("orgUnitId"))
                .isEqualTo("orgunit1@example.com");
        assertThat(SecondCall.json("/users/externalKey:EMP-0001")).isEqualTo(member);
        assertThat(SecondCall.code(SecondCall.get(SecondCall.token(), "/users/nobody")))
                .isEqualTo("404 NOT_FOUND");
        String own = SecondCall.token("user.read", SecondCall.claims().put("delegated_user", "account1@example.com"));
        assertThat(Call.json(SecondCall.get(own, "/users/me"))).isEqualTo(member);
    }

    @Test
    void membersGroupsAndOrganisationsComeInPagesOfAHundredAtMost() {
        List<JsonObject> members = SecondCall.walk("users", "/users", "count", 100);
        List<JsonObject> keys = SecondCall.walk("users", "/users/external-keys");

        assertThat(members).hasSize(200).doesNotHaveDuplicates();
        assertThat(keys).hasSize(200).extracting(key -> key.getString("id")).doesNotHaveDuplicates();
        assertThat(SecondCall.walk("users", "/users/external-keys", "hasExternalKey", true))
                .hasSize(150);
        JsonObject first = members.stream()
                .filter(member -> member.getString("userId").equals("account1@example.com"))
                .findFirst()
                .orElseThrow();
        assertThat(keys.get(0).getString("name"))
                .isEqualTo(first.getJsonObject("userName").getString("lastName") + " "
                        + first.getJsonObject("userName").getString("firstName"));
        assertThat(SecondCall.walk("groups", "/groups/external-keys", "count", 3))
                .hasSize(10);
        assertThat(SecondCall.walk("orgUnits", "/orgunits", "count", 7, "domainId", 1))
                .hasSize(20);
        assertThat(SecondCall.code(SecondCall.get(SecondCall.token(), "/orgunits", "domainId", 2)))
                .isEqualTo("404 NOT_FOUND");
        assertThat(ids(SecondCall.walk("users", "/users", "orderBy", "CREATED_TIME", "sortOrder", "DESCENDING")))
                .startsWith("account200@example.com");
    }

    @Test
    void aPageAboveTheCapIsEmptyOrAsItIsRead() {
        assertThat(SecondCall.json("/users", "count", 101).getJsonArray("users"))
                .isEmpty();
        SecondCall.reading("directoryCountAboveCap", "REFUSED");
        assertThat(SecondCall.code(SecondCall.get(SecondCall.token(), "/users", "count", 101)))
                .isEqualTo("400 INVALID_PARAMETER");
        SecondCall.reading("directoryCountAboveCap", "CLAMPED");
        assertThat(SecondCall.json("/users/external-keys", "count", 101).getJsonArray("users"))
                .hasSize(100);
    }

    @Test
    void eachListNeedsItsScope() {
        String contacts = SecondCall.token("contact.read", SecondCall.claims());
        String users = SecondCall.token("user.read", SecondCall.claims());
        Function<String, Integer> status = path -> SecondCall.get(users, path).statusCode();

        assertThat(List.of("/users", "/users/external-keys", "/groups/external-keys", "/orgunits"))
                .allSatisfy(path ->
                        assertThat(SecondCall.get(contacts, path).statusCode()).isEqualTo(403));
        assertThat(List.of(
                        status.apply("/users"),
                        status.apply("/users/external-keys"),
                        status.apply("/orgunits"),
                        status.apply("/contact-tags")))
                .containsExactly(200, 403, 403, 403);
    }

    @Test
    void tagsComeByNameAndAMembersOwnBesideTheCompanys() {
        List<JsonObject> all = SecondCall.walk("contactTags", "/contact-tags", "count", 7);
        List<JsonObject> own = SecondCall.walk("contactTags", "/users/account3@example.com/contact-tags");

        assertThat(all).hasSize(40).isSortedAccordingTo(Comparator.comparing(tag -> tag.getString("contactTagName")));
        assertThat(own)
                .hasSizeBetween(25, 39)
                .allMatch(tag -> tag.getString("userId") == null
                        || tag.getString("userId").equals("account3@example.com"))
                .anyMatch(tag -> tag.getString("type").equals("USER"));
        assertThat(SecondCall.json("/contact-tags/" + all.get(0).getString("contactTagId")))
                .isEqualTo(all.get(0));
    }

    @Test
    void customPropertiesAreListedWhole() {
        JsonObject answer = SecondCall.json("/contacts/custom-properties");

        assertThat(answer.fieldNames()).containsExactly("customProperties");
        assertThat(Call.objects(answer.getJsonArray("customProperties")))
                .extracting(property -> property.getString("propertyType"))
                .containsExactly("STRING", "STRING", "LINK");
    }

    @Test
    void anUnknownUrlIsNotFound() {
        Response response = SecondCall.get(SecondCall.token(), "/boards");

        assertThat(SecondCall.code(response)).isEqualTo("404 NOT_FOUND");
    }

    private static List<String> ids(List<JsonObject> members) {
        return members.stream().map(member -> member.getString("userId")).toList();
    }
}
