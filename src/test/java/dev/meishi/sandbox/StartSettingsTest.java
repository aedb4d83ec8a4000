package dev.meishi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A simulator whose clock stands still, with a scenario and faults of one operation from the start. */
@QuarkusTest
@TestProfile(StartSettingsTest.Settings.class)
@TestMethodOrder(OrderAnnotation.class)
class StartSettingsTest {

    private static final String NOW = "2027-05-06T07:08:09+09:00";

    /** All that is about the start; what the tests set for all of them is unset. */
    public static final class Settings implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "meishi.sandbox.data-until", "",
                    "meishi.sandbox.clock", NOW,
                    "meishi.sandbox.scenario", "tags-down",
                    "meishi.sandbox.faults.operations.getContact.errors.502", "1");
        }
    }

    @AfterEach
    void startAfresh() {
        Call.control("POST", "reset", new JsonObject());
    }

    @Test
    void contactsReachUpToTheHourOfTheClock() {
        JsonArray times = Call.control("GET", "contacts?keys=true").getJsonArray("creationTimes");

        assertThat(times.getLong(times.size() - 1))
                .isEqualTo(Instant.parse("2027-05-05T22:00:00Z").getEpochSecond());
    }

    @Test
    void whateverChangesDoesSoAtItsTime() {
        String inserted = Call.control("POST", "changes", new JsonObject().put("inserts", 1))
                .getJsonArray("inserted")
                .getString(0);
        assertThat(Call.control("GET", "contacts/" + inserted).getString("creationTime"))
                .isEqualTo(NOW);

        String patched = Call.truth().get(7);
        assertThat(Call.control("PATCH", "contacts/" + patched, new JsonObject().put("memo", "x"))
                        .getString("modificationTime"))
                .isEqualTo(NOW);
    }

    @Test
    @Order(1)
    void scenarioAndFaultsAreInForceFromTheStart() {
        assertFaultsOfTheStart();
    }

    @ParameterizedTest
    @CsvSource({"POST, reset", "DELETE, faults"})
    void aResetAndADeletionOfFaultsBringThemBack(String method, String path) {
        Call.control("PUT", "faults", new JsonObject());
        assertThat(status(Call.TAGS)).isEqualTo(200);
        assertThat(status(oneContact())).isEqualTo(200);

        Call.control(method, path, new JsonObject());

        assertFaultsOfTheStart();
    }

    private static void assertFaultsOfTheStart() {
        assertThat(status(Call.TAGS)).isEqualTo(503);
        assertThat(status(oneContact())).isEqualTo(502);
        assertThat(status(Call.CONTACTS)).isEqualTo(200);
    }

    private static String oneContact() {
        return Call.CONTACTS + "/" + Call.truth().get(0);
    }

    private static int status(String path) {
        return Call.authenticated().get(path).statusCode();
    }
}
