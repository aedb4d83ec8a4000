package dev.meishi.lineworks.v2;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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
                .contains("FEATURE_DISABLED");
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
