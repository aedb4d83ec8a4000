package dev.meishi.lineworks.v2;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the vendor's pages do not tell of filters, cursors and scopes makes no answer wrong, whichever reading is right. */
@QuarkusTest
@TestProfile(SimulatorTest.OnTwo.class)
@Timeout(120)
class ReadingsOfListsTest {

    private static final String OPEN_OF_OTHERS = "{open: true, externalOnly: true}";

    @BeforeEach
    @AfterEach
    void asAtFirst() {
        given().delete("/sandbox/2.0/readings");
        given().contentType("application/json").post("/sandbox/reset").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALL", "ANY"})
    void ofSeveralFiltersEachHolds(String filters) {
        reading("filters", filters);

        List<Map<String, Object>> found = walk(OPEN_OF_OTHERS);

        assertThat(found)
                .isNotEmpty()
                .allSatisfy(contact ->
                        assertThat(contact).containsEntry("open", true).containsEntry("isExternal", true));
        reading("filters", "ALL");
        assertThat(walk(OPEN_OF_OTHERS)).isEqualTo(found);
    }

    @Test
    void aTagAndAnAddressAreBothThere() {
        Map<String, Object> some = walk("{}").stream()
                .filter(contact -> !list(contact, "tagResourceIds").isEmpty()
                        && !list(contact, "emails").isEmpty())
                .findFirst()
                .orElseThrow();
        String tag = String.valueOf(list(some, "tagResourceIds").get(0));
        reading("filters", "ANY");

        List<Map<String, Object>> found = walk("{tagResourceId: \"" + tag + "\", email: \"example\"}");

        assertThat(found).isNotEmpty().allSatisfy(contact -> {
            assertThat(list(contact, "tagResourceIds").toString()).contains(tag);
            assertThat(String.valueOf(contact.get("emails"))).containsIgnoringCase("example");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"BOUND", "FREE"})
    void aWalkIsTheSame(String reading) {
        List<Map<String, Object>> expected = walk("{open: true}");
        reading("cursorFilters", reading);

        assertThat(walk("{open: true}")).hasSizeGreaterThan(100).isEqualTo(expected);
    }

    /** Where LINE WORKS refuses a cursor, the list goes on another way or says that it has to be started again. */
    @ParameterizedTest
    @CsvSource({"cursorCount, FIXED", "cursorUse, ONCE", "cursorLifetime, PT1S"})
    void aCursorThatIsRefusedLosesNothingUnsaid(String what, String reading) throws InterruptedException {
        List<Object> expected = ids(walk("{open: true}"));
        reading(what, reading);

        List<Object> found = new ArrayList<>();
        String cursor = null;
        for (int first : List.of(30, 170, 20, 500)) {
            JsonPath page = page("{open: true}", cursor, first);
            if (page.getList("errors") != null) {
                assertThat(page.getString("errors[0].extensions.code")).isEqualTo("CURSOR_STALE");
                break;
            }
            found.addAll(ids(page.getList("data.contacts.nodes")));
            cursor = page.getString("data.contacts.pageInfo.endCursor");
            if (what.equals("cursorLifetime")) {
                Thread.sleep(1_100); // The lifetime is over.
            }
        }

        assertThat(found).hasSizeGreaterThanOrEqualTo(30).isEqualTo(expected.subList(0, found.size()));
    }

    private static List<?> list(Map<String, Object> contact, String name) {
        return (List<?>) Objects.requireNonNull(contact.get(name));
    }

    private static List<Object> ids(List<Map<String, Object>> contacts) {
        return contacts.stream()
                .map(contact -> Objects.requireNonNull(contact.get("resourceId")))
                .toList();
    }

    /** The cursor that a client has is bound to its filter, whatever LINE WORKS would take. */
    @Test
    void aCursorOfAnotherFilterIsRefused() {
        reading("cursorFilters", "FREE");
        String cursor = page("{open: true}", null).getString("data.contacts.pageInfo.endCursor");

        assertThat(page("{open: false}", cursor).getString("errors[0].extensions.code"))
                .isEqualTo("INVALID_CURSOR");
    }

    /** Whether the free plan has them is not documented. */
    @ParameterizedTest
    @CsvSource({"REFUSED, UPSTREAM_UNAUTHORIZED", "WITHHELD, UPSTREAM_FORBIDDEN"})
    void withoutTheScopesOfContactsTheErrorSaysWhoseMatterItIs(String reading, String code) {
        reading("contactScopes", reading);
        given().delete("/sandbox/2.0/tokens");

        JsonPath answer = page("{}", null);

        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo(code);
        assertThat(answer.getString("errors[0].message")).contains("scope");
        assertThat(answer.getBoolean("errors[0].extensions.retryable")).isFalse();
        asAtFirst();
        given().delete("/sandbox/2.0/tokens");
        Eventually.eventually(() -> page("{}", null).getList("errors") == null);
    }

    private static void reading(String what, String reading) {
        given().contentType("application/json")
                .body(Map.of(what, reading))
                .put("/sandbox/2.0/readings")
                .then()
                .statusCode(200);
    }

    private static List<Map<String, Object>> walk(String filter) {
        List<Map<String, Object>> found = new ArrayList<>();
        String cursor = null;
        JsonPath page;
        do {
            page = page(filter, cursor);
            assertThat(page.getList("errors")).isNull();
            found.addAll(page.getList("data.contacts.nodes"));
            cursor = page.getString("data.contacts.pageInfo.endCursor");
        } while (page.getBoolean("data.contacts.pageInfo.hasNextPage") && found.size() < 2_000);
        return found;
    }

    private static JsonPath page(String filter, @Nullable String after) {
        return page(filter, after, 170);
    }

    private static JsonPath page(String filter, @Nullable String after, int first) {
        Map<String, Object> variables = new HashMap<>();
        if (after != null) {
            variables.put("after", after);
        }
        return given().contentType("application/json")
                .header("Cache-Control", "no-cache")
                .body(Map.of(
                        "query",
                        "query($after: String) { contacts(first: " + first + ", after: $after, filter: " + filter
                                + ") { nodes { resourceId open isExternal tagResourceIds emails { address } }"
                                + " pageInfo { hasNextPage endCursor } } }",
                        "variables",
                        variables))
                .post("/graphql")
                .jsonPath();
    }
}
