package dev.meishi.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.wire.RawConnection;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Health and metrics: on a port of their own, and there whatever callers do to theirs. */
@QuarkusTest
class ManagementPortTest {

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @TestHTTPResource(value = "/", management = true)
    @SuppressWarnings("NullAway.Init")
    URI management;

    @ConfigProperty(name = "quarkus.http.limits.max-connections")
    int connections;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q",
                "/q/",
                "/q/health",
                "/q/health/live",
                "/q/health/ready",
                "/q/health/started",
                "/q/health/anything",
                "/q/metrics",
                "/q/metrics/json",
                "/q//metrics",
                "/x/../q/metrics"
            })
    void callersFindNothingOfItOnTheirPort(String path) throws IOException {
        try (RawConnection client = new RawConnection(address.getPort())) {
            assertThat(client.send(get(path)).answer())
                    .startsWith("HTTP/1.1 404")
                    .doesNotContain("jvm_", "\"UP\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/graphql", "/graphql/schema.graphql", "/export/contacts.ndjson", "/sandbox/calls"})
    void itServesNothingThatIsForCallers(String path) {
        assertThat(given().get(management.resolve(path)).statusCode()).isEqualTo(404);
    }

    @Test
    void itTellsOfHealthAndMetrics() {
        assertThat(given().get(management.resolve("/q/health/live")).statusCode())
                .isEqualTo(200);
        assertThat(given().get(management.resolve("/q/health/started")).statusCode())
                .isEqualTo(200);
        assertThat(given().get(management.resolve("/q/metrics")).asString()).contains("jvm_memory_used_bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example.com", "http://localhost:9000", "null"})
    void noPageOfAnyOriginMayReadIt(String origin) {
        Response response = given().header("Origin", origin).get(management.resolve("/q/metrics"));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.asString()).isEmpty();
        assertThat(response.headers().hasHeaderWithName("Access-Control-Allow-Origin"))
                .isFalse();
    }

    @Test
    void asManySilentConnectionsAsThereMayBeKeepNoProbeFromItsAnswer() throws IOException {
        List<RawConnection> silent = new ArrayList<>();
        try {
            for (int i = 0; i < connections; i++) {
                silent.add(new RawConnection(address.getPort()));
            }
            try (RawConnection probe = new RawConnection(management.getPort())) {
                assertThat(probe.send(get("/q/health/live")).answer()).startsWith("HTTP/1.1 200");
                assertThat(probe.send(get("/q/health/ready")).answer()).startsWith("HTTP/1.1 200");
            }
        } finally {
            for (RawConnection client : silent) {
                client.close();
            }
        }
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }
}
