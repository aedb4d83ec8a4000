package dev.meishi.sandbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.lineworks.v1.LineWorksStub;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The application as it runs in production: LINE WORKS is somewhere else. */
@QuarkusTest
@WithTestResource(LineWorksStub.class)
class DisabledSandboxTest {

    @Test
    void notOneRouteExists() {
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
