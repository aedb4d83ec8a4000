package dev.meishi.doctor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GatewayRunTest {

    @Inject
    @SuppressWarnings("NullAway.Init")
    GatewayRun run;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI address;

    @Test
    void theLastLinesSayWhereGraphiqlTheEndpointAndThePagesAre() {
        String[] lines = run.lines().split("\n");

        assertThat(lines)
                .containsExactly(
                        "GraphiQL  " + address + "graphiql/",
                        "Endpoint  " + address + "graphql",
                        "Read on   README.md, and the pages in src/docs");
        assertThat(given().get(lines[0].replaceFirst("\\S+\\s+", "")).statusCode())
                .isEqualTo(200);
        assertThat(Files.isDirectory(Path.of("src/docs"))).isTrue();
    }
}
