package dev.meishi.log;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.InDevelopment;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.net.URI;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link LogLevels}: the gateway's own levels change while it runs, for operators alone. */
@QuarkusTest
@TestProfile(InDevelopment.class)
class LogLevelsTest {

    private static final String OPERATIONS = "/q/log-levels/dev.meishi.operations";

    private static final Logger LOG = Logger.getLogger("dev.meishi.operations");

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @TestHTTPResource(value = "/", management = true)
    @SuppressWarnings("NullAway.Init")
    URI management;

    @AfterEach
    void asConfigured() {
        given().delete(management.resolve(OPERATIONS));
    }

    @Test
    void aLevelIsChangedAndShownAndRestored() {
        assertThat(LOG.isDebugEnabled()).isFalse();

        assertThat(put(OPERATIONS + "?level=DEBUG").statusCode()).isEqualTo(204);
        assertThat(LOG.isDebugEnabled()).isTrue();
        assertThat(levels()).contains("\"dev.meishi.operations\":\"DEBUG\"");
        put(OPERATIONS + "?level=ERROR");
        assertThat(LOG.isEnabled(Logger.Level.WARN)).isFalse();

        assertThat(given().delete(management.resolve(OPERATIONS)).statusCode()).isEqualTo(204);
        assertThat(LOG.isDebugEnabled()).isFalse();
        assertThat(LOG.isInfoEnabled()).isTrue();
        assertThat(levels()).contains("\"dev.meishi.operations\":\"INFO\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.vertx", "io.quarkus", "dev.meishinot", "dev.meishi.no.such.category", "root"})
    void categoriesOfOthersAndNewOnesAreNotThere(String category) {
        assertThat(put("/q/log-levels/" + category + "?level=DEBUG").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?level=TRACE", "?level=debug", "?level=", ""})
    void anotherLevelIsRefusedWithThoseThereAre(String query) {
        Response refused = put(OPERATIONS + query);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).contains("ERROR, WARN, INFO or DEBUG");
    }

    @Test
    void nothingIsChangedByAnotherMethod() {
        assertThat(given().post(management.resolve(OPERATIONS + "?level=DEBUG")).statusCode())
                .isEqualTo(405);
        assertThat(LOG.isDebugEnabled()).isFalse();
    }

    @Test
    void noPageMayChangeIt() {
        Response refused =
                given().header("Origin", "http://localhost:9000").put(management.resolve(OPERATIONS + "?level=DEBUG"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(LOG.isDebugEnabled()).isFalse();
    }

    @Test
    void callersFindNothingOfItOnTheirPort() {
        assertThat(given().get(address.resolve("/q/log-levels")).statusCode()).isEqualTo(404);
        given().put(address.resolve(OPERATIONS + "?level=DEBUG"));
        assertThat(LOG.isDebugEnabled()).isFalse();
    }

    private Response put(String target) {
        return given().put(management.resolve(target));
    }

    private String levels() {
        return given().get(management.resolve("/q/log-levels")).asString();
    }
}
