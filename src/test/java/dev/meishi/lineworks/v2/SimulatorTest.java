package dev.meishi.lineworks.v2;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without a setting but the API's number the simulator is called, by its own account. */
@QuarkusTest
@TestProfile(SimulatorTest.OnTwo.class)
@Timeout(60)
public class SimulatorTest {

    /** API 2.0, and nothing else. */
    public static final class OnTwo implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("meishi.upstream.api", "2.0");
        }
    }

    @Test
    void listsSingleContactsAndTagsAreAnswered() {
        String list = ask("{ contacts(first: 7, orderBy: {field: NAME, direction: ASC}) { edges { cursor node {"
                + " id resourceId open name { lastName } emails { address } phones { value type } isExternal"
                + " messengers { type accountId } events { value calendar } locations { value } websites { value }"
                + " tags { name } creationTime } } pageInfo { hasNextPage endCursor } } }");
        assertThat(list).doesNotContain("errors").contains("\"hasNextPage\":true");
        String cursor = list.replaceAll("(?s).*\"endCursor\":\"([^\"]*)\".*", "$1");
        String next = ask("{ contacts(first: 7, after: \\\"" + cursor
                + "\\\", orderBy: {field: NAME, direction: ASC}) { nodes { id } pageInfo { hasPreviousPage } } }");
        assertThat(next).doesNotContain("errors").contains("\"hasPreviousPage\":true");
        String id = list.replaceAll("(?s).*?\"id\":\"([^\"]*)\".*", "$1");
        assertThat(ask("{ contact(id: \\\"" + id + "\\\") { id detailedName { prefix } } }"))
                .doesNotContain("errors")
                .contains(id);
        assertThat(ask("{ contacts(last: 3) { nodes { id } } }")).doesNotContain("errors");
        assertThat(ask("{ contacts(first: 3, filter: {phone: \\\"1234\\\"}) { nodes { phones { value } } } }"))
                .doesNotContain("errors");
        assertThat(
                        ask(
                                "{ contacts(first: 3, filter: {email: \\\"example\\\", accessibleTo: \\\"account1@example.com\\\"}) { nodes { id } } }"))
                .doesNotContain("errors");
        assertThat(ask("{ contacts(first: 3, filter: {keyword: \\\"a\\\"}) { nodes { id } } }"))
                .doesNotContain("errors");
    }

    /** LINE WORKS may compare numbers by their digits, or as they are written: that is not known. */
    @ParameterizedTest
    @ValueSource(strings = {"IGNORED", "SIGNIFICANT"})
    void aNumberIsFoundHoweverItIsWritten(String dashes) {
        readings("{\"telephoneDashes\":\"" + dashes + "\"}");
        try {
            String list = ask("{ contacts(first: 100) { nodes { phones { value } } } }");
            Matcher mobile =
                    Pattern.compile("\"0([789]0)-([0-9]{4})-([0-9]{4})\"").matcher(list);
            assertThat(mobile.find()).isTrue();
            String value = mobile.group().replace("\"", "");
            String digits = value.replace("-", "");
            for (String spelling : List.of(
                    value, digits, "+81" + digits.substring(1), digits.substring(3), "０" + value.substring(1))) {
                String found = ask("{ contacts(first: 1, filter: {phone: \\\"" + spelling
                        + "\\\"}) { totalCount nodes { phones { value } } pageInfo { endCursor } } }");
                assertThat(found).as(spelling).doesNotContain("errors").contains(value);
                String cursor = found.replaceAll("(?s).*\"endCursor\":\"([^\"]*)\".*", "$1");
                assertThat(ask("{ contacts(first: 1, after: \\\"" + cursor + "\\\", filter: {phone: \\\"" + spelling
                                + "\\\"}) { nodes { id } } }"))
                        .doesNotContain("errors");
            }
        } finally {
            given().delete("/sandbox/2.0/readings");
        }
    }

    private static void readings(String json) {
        given().contentType("application/json").body(json).put("/sandbox/2.0/readings");
    }

    @Test
    void tokensThatAreVoidedCostNoError() {
        for (int i = 0; i < 3; i++) {
            given().delete("/sandbox/2.0/tokens").then().statusCode(org.hamcrest.Matchers.lessThan(300));
            assertThat(ask("{ contacts(first: 3) { nodes { id } } }")).doesNotContain("errors");
        }
    }

    private static String ask(String query) {
        return given().contentType("application/json")
                .body("{\"query\":\"" + query + "\"}")
                .post("/graphql")
                .asString();
    }
}
