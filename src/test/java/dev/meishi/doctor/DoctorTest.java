package dev.meishi.doctor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meishi.lineworks.v2.SimulatorTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The doctor on the simulator's API 2.0: healthy, and what it says of what is not. */
@QuarkusTest
@TestProfile(SimulatorTest.OnTwo.class)
@Timeout(60)
class DoctorTest {

    /** It need not have everything that a contact can have. */
    private static final String ONE_CONTACT = "GET /contacts/{contactId} does not have members that are read";

    @Inject
    @SuppressWarnings("NullAway.Init")
    Doctor doctor;

    @AfterEach
    void reset() {
        given().contentType("application/json").post("/sandbox/reset").then().statusCode(200);
    }

    @Test
    void theSimulatorIsHealthyAndCalledAsOftenAsSaid() throws Exception {
        given().delete("/sandbox/calls");
        Report report = examined();

        String text = TextReport.of(report);
        assertThat(report.exitCode()).as(text).isZero();
        assertThat(text)
                .contains("GET /contacts: 200", "GET /contacts, second page: 200", "GET /contact-tags: 200")
                .contains("GET /users: 403", "It needs one of the scopes user.read")
                .containsPattern("contacts\\[]\\.telephones\\[]\\.type +string .* CELLPHONE")
                .contains("granted contact.read", "Healthy.");
        assertThat(report.mostCalls()).isLessThanOrEqualTo(30);
        assertThat(report.calls()).hasSizeLessThanOrEqualTo(report.mostCalls());
        assertThat(report.findings())
                .filteredOn(finding -> finding.text().contains("members that are"))
                .allMatch(finding -> finding.text().startsWith(ONE_CONTACT));
    }

    @Test
    void aReportHasNothingOfAContact() throws Exception {
        Report report = examined();
        List<String> ids = given().get("/sandbox/contacts").jsonPath().getList("resourceIds");
        String both = TextReport.of(report) + JsonReport.of(report);

        assertThat(ids).isNotEmpty();
        assertThat(both).doesNotContain(ids.toArray(String[]::new)).doesNotContain("example.com", "BEGIN");
    }

    @Test
    void membersThatNobodyReadsAndOtherTypesAreNamed() throws Exception {
        given().contentType("application/json")
                .body(
                        "{\"resourceId\":\"odd\",\"name\":{\"lastName\":\"A\"},\"creationTime\":\"2090-01-01T00:00:00+09:00\","
                                + "\"modificationTime\":\"2090-01-01T00:00:00+09:00\",\"v2\":{\"pager\":\"12\",\"emails\":7}}")
                .post("/sandbox/contacts");
        Report report = examined();

        assertThat(report.exitCode()).isOne();
        assertThat(TextReport.of(report))
                .contains("contacts[].pager", "contacts[].emails: number, not array", "Not healthy.");
    }

    @Test
    void aQuotaThatIsUsedUpEndsTheCalls() throws Exception {
        given().contentType("application/json")
                .body("{\"errors\":{\"429\":1.0}}")
                .put("/sandbox/faults/getContact");
        Report report = examined();

        assertThat(report.exitCode()).isOne();
        assertThat(TextReport.of(report)).contains("the quota is used up", "run the doctor again in a minute");
        assertThat(report.calls().stream().filter(CallResult::isAnswered)).hasSize(3);
    }

    @Test
    void aTokenThatIsRefusedIsSaidOnce() throws Exception {
        given().contentType("application/json")
                .body("{\"errors\":{\"401\":1.0}}")
                .put("/sandbox/faults/accessToken");
        Report report = examined();

        assertThat(report.exitCode()).isOne();
        assertThat(report.calls()).isEmpty();
        assertThat(TextReport.of(report)).contains("Problem: The token endpoint of LINE WORKS refuses");
        assertThat(new ObjectMapper()
                        .readTree(JsonReport.of(report))
                        .path("healthy")
                        .asBoolean())
                .isFalse();
    }

    private Report examined() throws Exception {
        return doctor.examine().subscribeAsCompletionStage().get();
    }
}
