package dev.meishi.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The doctor on the simulator's API 1.0. */
@QuarkusTest
@TestProfile(DoctorOnApiOneTest.OnOne.class)
class DoctorOnApiOneTest {

    /** API 1.0, whatever the default is. */
    public static final class OnOne implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("meishi.upstream.api", "1.0");
        }
    }

    @Inject
    @SuppressWarnings("NullAway.Init")
    Doctor doctor;

    @Test
    void theSimulatorIsHealthy() throws Exception {
        Report report = doctor.examine().subscribeAsCompletionStage().get();
        String text = TextReport.of(report) + JsonReport.of(report);

        assertThat(report.exitCode()).as(text).isZero();
        assertThat(report.calls()).hasSize(5).allMatch(CallResult::isAnswered);
        assertThat(text)
                .contains("shared/contacts, second page: 200", "contact-tags: 200", "listPrivateContact")
                .containsPattern("contacts\\[]\\.phones\\[]\\.type +string .* WORK")
                .doesNotContain("example.com", "sandbox-server-token", "sandbox-consumer-key");
    }
}
