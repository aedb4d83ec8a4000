package dev.meishi.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(DisabledExplorerTest.Disabled.class)
class DisabledExplorerTest {

    /** GraphiQL switched off where it is on by default. */
    public static class Disabled implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("meishi.graphiql.enabled", "false");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/graphiql", "/graphiql/", "/graphiql/index.html", "/graphiql/licenses.md", "/q/graphql-ui/"})
    void nothingOfItIsServed(String path) {
        var answer = given().redirects().follow(false).get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.asString()).doesNotContain("GraphiQL");
    }
}
