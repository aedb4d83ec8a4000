package dev.meishi.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One person who types into a search box does not use up the minute of others, who are told apart by what a trusted proxy says. */
@QuarkusTest
@TestProfile(BehindAProxy.class)
class ClientsSharesTest {

    private static final String TYPIST = "192.0.2.1";
    private static final String OTHER = "192.0.2.2";
    private static final String OFFICE = "t0ken-of-the-office";

    @Test
    void whoTypesLeavesSomethingToOthersOfHisClassAndTheirShareToOtherClasses() {
        assertThat(code(search("first", OTHER, null))).isNull();
        int answered = 0;
        @Nullable String last = null;
        for (int i = 0; i < 40 && last == null; i++) {
            last = code(search("typed" + i, TYPIST, null));
            answered += last == null ? 1 : 0;
        }

        assertThat(last).isEqualTo("UPSTREAM_RATE_LIMITED");
        assertThat(answered).isBetween(25, 37);
        assertThat(code(search("other", OTHER, null))).isNull();
        assertThat(code(search("newcomer", "192.0.2.3", null))).isNull();
        assertThat(code(search("office", TYPIST, OFFICE))).isNull();
        assertThat(search("again", TYPIST, null).getString("errors[0].message")).contains("share");
    }

    private static JsonPath search(String keyword, String address, @Nullable String token) {
        String query = "{ contacts(first: 1, filter: {keyword: \"" + keyword + "\"}) { nodes { resourceId } } }";
        return given().contentType("application/json")
                .header("X-Forwarded-For", address)
                .header("Authorization", "Bearer " + token)
                .body(Map.of("query", query))
                .post("/graphql")
                .jsonPath();
    }

    private static @Nullable String code(JsonPath answer) {
        return answer.getString("errors[0].extensions.code");
    }
}
