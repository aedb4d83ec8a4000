package dev.meishi.sandbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DisabledSandboxTest.Disabled.class)
class DisabledSandboxTest {

    /** The application as it runs in production. */
    public static class Disabled implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "meishi.sandbox.enabled", "false",
                    "meishi.upstream.url", "http://localhost:1",
                    "meishi.upstream.api-id", "unused",
                    "meishi.upstream.domain-id", "1",
                    "meishi.upstream.consumer-key", "unused",
                    "meishi.upstream.server-token", "unused");
        }
    }

    @Test
    void not_one_route_exists() {
        for (String path : List.of(Call.CONTACTS, Call.TAGS, "/r/sandbox/x", "/sandbox/calls", "/sandbox/faults")) {
            var response = Call.authenticated().get(path);

            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.asString()).doesNotContain("errorCode");
        }
        assertThat(given().post(Call.TOKEN).statusCode()).isIn(404, 405);
        assertThat(Call.authenticated().post(Call.PRIVATE_CONTACTS).statusCode())
                .isIn(404, 405);
    }
}
