package dev.meishi.sandbox.api.v2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.sandbox.Call;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContactBodyTest {

    private static final String SAMPLE = "/contacts/550e8400-e29b-41d4-a716-446655440000";

    @BeforeEach
    @AfterEach
    void startAfresh() {
        SecondCall.startAfresh();
    }

    @Test
    void aContactHasEveryPropertyWithNullsAndEmptyLists() {
        assertThat(SecondCall.json(SAMPLE)).isEqualTo(new JsonObject("""
                {"contactId":"550e8400-e29b-41d4-a716-446655440000",
                 "permission":{"accessibleRange":"MEMBER","masterUserId":"account1@example.com","isCoEditing":true,
                  "accessibleMembers":[{"id":"account1@example.com","type":"USER"},{"id":"account2@example.com","type":"USER"},
                   {"id":"account3@example.com","type":"USER"},{"id":"orgunit1@example.com","type":"ORGUNIT"}]},
                 "contactName":{"lastName":"Last Name","firstName":"First Name","phoneticLastName":null,
                  "phoneticFirstName":null,"nickName":"Nickname","prefix":null,"suffix":null,"middleName":null},
                 "linkedExternalUser":{"id":"741ec794-9bf8-4759-1eef-03ffa18ca759","type":"LINE",
                  "buddyUserIds":["account1@example.com"]},
                 "emails":[{"email":"example@email.com","primary":true}],
                 "telephones":[{"telephone":"0000-0001","type":"WORK","primary":true},
                  {"telephone":"0000-0002","type":"CUSTOM","customType":"Custom Type","primary":false}],
                 "organizations":[{"name":"Organization","department":"Department","title":"Job Title","primary":true}],
                 "events":[{"type":"BIRTHDAY","date":"2017-03-13","calendarType":"SOLAR","primary":true}],
                 "locations":[{"type":"HOME","address":"Home Address","postalCode":"000-111","primary":true},
                  {"type":"CUSTOM","customType":"Custom type","address":"Custom Address","postalCode":"000-111","primary":false}],
                 "messengers":[{"type":"LINE","messengerId":"lineid","primary":true},
                  {"type":"CUSTOM","messengerId":"customid","customType":"customlabel","primary":false}],
                 "websites":[{"website":"homepage.com","primary":true}],
                 "memo":"Memo content",
                 "contactTagIds":["efse4567-e89b-12d3-a456-426614174000","774117c8-7a68-4c67-62a8-0312dd90b9b3"],
                 "customProperties":{},
                 "createdTime":"2020-04-05T19:30:04+09:00","modifiedTime":"2020-04-06T21:30:04+09:00"}"""));
        JsonObject other = SecondCall.json("/contacts/230e2625-x31b-41d4-a916-689055440000");
        assertThat(other.getMap()).containsEntry("linkedExternalUser", null).containsEntry("memo", null);
        assertThat(other.getJsonArray("contactTagIds")).isEmpty();
        assertThat(other.getJsonArray("telephones")).isEmpty();
    }

    @Test
    void whatHasNoValueCanBeLeftOut() {
        SecondCall.reading("nulls", "LEFT_OUT");

        assertThat(SecondCall.json("/contacts/230e2625-x31b-41d4-a916-689055440000")
                        .fieldNames())
                .containsExactlyInAnyOrder(
                        "contactId", "permission", "contactName", "emails", "createdTime", "modifiedTime");
        assertThat(SecondCall.json("/contacts", "count", 500).encode()).doesNotContain("null", "[]", "{},");
    }

    @Test
    void leafNamesHaveFourProfiles() {
        SecondCall.reading("leafNames", "NOUN");
        JsonObject contact = SecondCall.json(SAMPLE);
        assertThat(contact.getJsonArray("events").getJsonObject(0))
                .isEqualTo(new JsonObject(
                        "{\"type\":\"BIRTHDAY\",\"event\":\"20170313\",\"dayType\":\"S\",\"primary\":true}"));
        assertThat(contact.getJsonArray("messengers").getJsonObject(0))
                .isEqualTo(new JsonObject("{\"protocol\":\"LINE\",\"messenger\":\"lineid\",\"primary\":true}"));
        SecondCall.reading("leafNames", "VALUE");
        contact = SecondCall.json(SAMPLE);
        assertThat(contact.getJsonArray("messengers").getJsonObject(0))
                .isEqualTo(new JsonObject("{\"protocol\":{\"type\":\"LINE\"},\"id\":\"lineid\",\"primary\":true}"));
        assertThat(contact.getJsonArray("websites").getJsonObject(0))
                .isEqualTo(new JsonObject("{\"link\":\"homepage.com\",\"primary\":true}"));
        SecondCall.reading("leafNames", "V1");
        contact = SecondCall.json(SAMPLE);
        assertThat(contact.getJsonArray("locations").getJsonObject(0))
                .isEqualTo(new JsonObject(
                        "{\"type\":\"HOME\",\"value\":\"Home Address\",\"zipcode\":\"000-111\",\"primary\":true}"));
    }

    @Test
    void timesAndTypesCanBeReadOtherwise() {
        SecondCall.reading("times", "MILLISECONDS");
        assertThat(SecondCall.json(SAMPLE).getString("createdTime")).isEqualTo("2020-04-05T19:30:04.000+09:00");
        SecondCall.reading("times", "UTC");
        assertThat(SecondCall.json(SAMPLE).getString("createdTime")).isEqualTo("2020-04-05T10:30:04Z");
        SecondCall.reading("memberTypes", "LETTERS");
        assertThat(SecondCall.json(SAMPLE)
                        .getJsonObject("permission")
                        .getJsonArray("accessibleMembers")
                        .getJsonObject(3)
                        .getString("type"))
                .isEqualTo("O");
        assertThat(messengerTypes()).contains("X").doesNotContain("TWITTER");
        SecondCall.reading("twitter", "TWITTER");
        assertThat(messengerTypes()).contains("TWITTER").doesNotContain("X");
    }

    @Test
    void customPropertiesHaveValuesOfThreeForms() {
        assertThat(firstValue("externalId")).isEqualTo(new JsonArray("[{\"value\":\"C-000003\",\"primary\":true}]"));
        SecondCall.reading("customPropertyValues", "PLAIN");
        assertThat(firstValue("externalId")).isEqualTo("C-000003");
        SecondCall.reading("customPropertyValues", "LISTS");
        assertThat(firstValue("externalId")).isEqualTo(new JsonArray("[\"C-000003\"]"));
    }

    @Test
    void aContactAddedByHandCanHaveAnyBody() {
        Call.control("POST", "contacts", new JsonObject("""
                {"resourceId":"odd","name":{"lastName":"Odd"},"emails":"none","phones":[1,{"value":5}],
                 "v2":{"permission":null,"memo":7,"extra":true}}"""));
        JsonObject odd = SecondCall.json("/contacts/odd");

        assertThat(odd.getMap())
                .containsEntry("permission", null)
                .containsEntry("memo", 7)
                .containsEntry("extra", true)
                .containsEntry("emails", "none");
        assertThat(odd.getJsonArray("telephones").getValue(0)).isEqualTo(1);
    }

    private static Object firstValue(String property) {
        return SecondCall.walk("contacts", "/contacts", "count", 500).stream()
                .map(contact -> contact.getJsonObject("customProperties").getValue(property))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> messengerTypes() {
        return SecondCall.walk("contacts", "/contacts", "count", 500).stream()
                .flatMap(contact -> Call.objects(contact.getJsonArray("messengers")).stream())
                .map(messenger -> messenger.getString("type"))
                .distinct()
                .collect(Collectors.toList());
    }
}
