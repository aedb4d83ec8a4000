package dev.meishi.lineworks.v2;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the vendor's pages do not tell of contacts is answered as one, whichever reading of it is right. */
@QuarkusTest
@TestProfile(SimulatorTest.OnTwo.class)
@Timeout(120)
public class ReadingsOfBodiesTest {

    private static final String CONTACTS = "{ contacts(first: 300) { nodes { resourceId open isCoEditing masterUserId"
            + " sharedMembers { memberId type } tagResourceIds name { full } emails { address represent }"
            + " phones { value type customType represent } organizations { name department title represent }"
            + " locations { value zipcode type customType represent }"
            + " events { value calendar type customType represent }"
            + " messengers { accountId type customType represent } websites { value represent } memo"
            + " worksAt { type resourceId buddyUserIds } isExternal creationTime modificationTime"
            + " customProperties { name values { text link } } } } }";

    @Inject
    MeterRegistry registry;

    @AfterEach
    void asAtFirst() {
        given().delete("/sandbox/2.0/readings");
    }

    @ParameterizedTest
    @CsvSource({
        "nulls, LEFT_OUT",
        "leafNames, NOUN",
        "leafNames, VALUE",
        "leafNames, V1",
        "customPropertyValues, PLAIN",
        "customPropertyValues, LISTS",
        "memberTypes, LETTERS",
        "times, MILLISECONDS",
        "times, UTC",
        "externalUserType, LINE_USER",
        "twitter, TWITTER"
    })
    void eachReadingHasTheSameAnswer(String what, String reading) {
        List<Map<String, Object>> expected = contacts(CONTACTS);
        given().contentType("application/json")
                .body(Map.of(what, reading))
                .put("/sandbox/2.0/readings")
                .then()
                .statusCode(200);

        List<Map<String, Object>> found = contacts(CONTACTS);
        String all = expected.toString();
        assertThat(Stream.of("type=X", "type=ORGUNIT", "topic ", "https://www.example.com/", "calendar=LUNAR"))
                .allMatch(all::contains);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(words(found.get(i))).isEqualTo(words(expected.get(i)));
        }
        assertThat(registry.find("meishi.upstream.unknown.members").meters()).isEmpty();
    }

    /** Days and times are answered as they came, and the messenger by the name that it has. */
    private static String words(Map<String, Object> contact) {
        return contact.toString()
                .replaceAll("(\\d{4})-(\\d\\d)-(\\d\\d)([,}])", "$1$2$3$4")
                .replaceAll("Time=([^,}]*)", "Time")
                .replace("type=TWITTER", "type=X")
                .replace("worksAt=[{type=LINE, ", "worksAt=[{type=UNKNOWN, ");
    }

    /** The vendor documents the type of a member of another company alone. */
    @Test
    void anExternalUserOfATypeThatNobodyKnowsIsExternalAndHasTheTypeAsItCame() {
        given().contentType("application/json")
                .body(Map.of("externalUserType", "LINE_USER"))
                .put("/sandbox/2.0/readings");

        List<Map<String, Object>> contacts =
                contacts("{ contacts(first: 300) { nodes { isExternal worksAt { type typeRaw } } } }");

        assertThat(contacts)
                .contains(Map.of(
                        "isExternal", true, "worksAt", List.of(Map.of("type", "UNKNOWN", "typeRaw", "LINE_USER"))))
                .contains(
                        Map.of("isExternal", true, "worksAt", List.of(Map.of("type", "WORKSAT", "typeRaw", "WORKS"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OBJECTS", "PLAIN", "LISTS"})
    void valuesOfCustomPropertiesAreThereAsTheyCameToo(String form) {
        given().contentType("application/json")
                .body(Map.of("customPropertyValues", form))
                .put("/sandbox/2.0/readings");

        List<Map<String, Object>> contacts =
                contacts("{ contacts(first: 300) { nodes { customProperties { name json } } } }");
        List<String> json = contacts.stream()
                .flatMap(contact -> ((List<?>) Objects.requireNonNull(contact.get("customProperties"))).stream())
                .filter(property -> Objects.equals(((Map<?, ?>) property).get("name"), "externalId"))
                .map(property -> String.valueOf(((Map<?, ?>) property).get("json")))
                .toList();
        assertThat(json).hasSizeGreaterThan(100).allMatch(text -> switch (form) {
            case "OBJECTS" -> text.matches("\\[\\{\"value\":\"C-\\d{6}\",\"primary\":true}]");
            case "LISTS" -> text.matches("\\[\"C-\\d{6}\"]");
            default -> text.matches("\"C-\\d{6}\"");
        });
    }

    @Test
    void theDefaultValueOfACustomPropertyIsMarked() {
        List<Map<String, Object>> contacts =
                contacts("{ contacts(first: 300) { nodes { customProperties { values { represent } } } } }");

        String all = contacts.toString();
        assertThat(all.contains("values=[{represent=true}, {represent=false}, {represent=false}]"))
                .isTrue();
        assertThat(all.contains("[{represent=false}")).isFalse();
    }

    private static List<Map<String, Object>> contacts(String query) {
        JsonPath answer = given().contentType("application/json")
                .header("Cache-Control", "no-cache")
                .body(Map.of("query", query))
                .post("/graphql")
                .jsonPath();
        assertThat(answer.getList("errors")).isNull();
        List<Map<String, Object>> nodes = answer.getList("data.contacts.nodes");
        assertThat(nodes).hasSize(300);
        return nodes;
    }
}
