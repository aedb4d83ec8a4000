package dev.meishi.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GraphiQL switched off where it is on by default. */
@QuarkusTest
@TestProfile(Restricted.class)
class DisabledExplorerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/graphiql", "/graphiql/", "/graphiql/index.html", "/graphiql/licenses.md", "/q/graphql-ui/"})
    void nothingOfItIsServed(String path) {
        var answer = given().redirects().follow(false).get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.asString()).doesNotContain("GraphiQL");
    }
}
