package dev.meishi.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meishi.Running;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The doctor of what is shipped: its exit codes, and what it prints. */
class DoctorIT {

    private static final String SANDBOX = "-Dmeishi.sandbox.enabled=true";

    private record Ended(int code, String output) {}

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "2.0"})
    void theSimulatorIsHealthy(String api) throws Exception {
        Ended ended = run(List.of(SANDBOX, "-Dmeishi.upstream.api=" + api), "doctor");

        assertThat(ended.output()).startsWith("At most ").contains("LINE WORKS API " + api, "Healthy.");
        assertThat(ended.code()).as(ended.output()).isZero();
    }

    @Test
    void itsJsonIsJson() throws Exception {
        Ended ended = run(List.of(SANDBOX, "-Dmeishi.upstream.api=2.0"), "doctor", "--json");
        JsonNode json = new ObjectMapper()
                .readTree(ended.output().substring(ended.output().indexOf('{')));

        assertThat(ended.code()).as(ended.output()).isZero();
        assertThat(json.path("healthy").asBoolean()).isTrue();
        assertThat(json.path("calls").size()).isGreaterThan(10);
    }

    @Test
    void whereNobodyAnswersThereIsAProblem() throws Exception {
        Ended ended = run(
                List.of(
                        "-Dmeishi.upstream.api=1.0",
                        "-Dmeishi.upstream.url=http://localhost:1",
                        "-Dmeishi.upstream.api-id=a",
                        "-Dmeishi.upstream.domain-id=1",
                        "-Dmeishi.upstream.consumer-key=a-secret",
                        "-Dmeishi.upstream.server-token=a-secret"),
                "doctor");

        assertThat(ended.code()).as(ended.output()).isOne();
        assertThat(ended.output()).contains("no answer").doesNotContain("a-secret");
    }

    @Test
    void settingsThatAreMissingAreNamed() throws Exception {
        Ended ended = run(List.of("-Dmeishi.upstream.api=2.0"), "doctor");

        assertThat(ended.code()).as(ended.output()).isEqualTo(2);
        assertThat(ended.output()).contains("meishi.upstream.client-id", "meishi.upstream.private-key");
    }

    @Test
    void argumentsThatNobodyKnowsAreRefusedInASentence() throws Exception {
        Ended ended = run(List.of(SANDBOX), "docter");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.output()).startsWith("Unknown arguments").hasLineCount(1);
    }

    @Test
    void helpHasEveryKeyWithoutAStart() throws Exception {
        Ended all = run(List.of(), "help");
        Ended some = run(List.of(), "--help", "quota.breaker");

        assertThat(all.code()).as(all.output()).isZero();
        assertThat(all.output())
                .startsWith("Arguments: ")
                .contains(
                        "  meishi.upstream.server-token  secret, no default",
                        "  meishi.limits.depth  integer, default 20");
        assertThat(some.code()).isZero();
        assertThat(some.output())
                .startsWith("Quota")
                .contains("meishi.quota.breaker.ratio")
                .doesNotContain("meishi.limits");
        assertThat(run(List.of(), "help", "nothing").code()).isEqualTo(2);
    }

    private static Ended run(List<String> settings, String... arguments) throws Exception {
        Path log = Running.newLog();
        Process process = Running.start(log, settings, List.of(arguments));
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(log));
    }
}
