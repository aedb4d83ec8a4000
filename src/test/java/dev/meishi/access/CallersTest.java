package dev.meishi.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.ledger.OperationTerms;
import dev.meishi.ledger.Urgency;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Callers}: a token makes a caller one of its class, everything else one of everybody. */
class CallersTest {

    private static final Map<String, String> TWO_CLASSES = Map.of(
            "default.max-upstream-calls", "5",
            "default.refresh", "false",
            "default.export", "false",
            "\"back office\".token", "t0ken-of-the-office",
            "\"back office\".max-upstream-calls", "300",
            "batch.token", "t0ken-of-the-batch",
            "batch.refresh", "false");

    @Test
    void everybodyMayDoEverythingUntilAnOperatorSaysOtherwise() {
        assertThat(callers(Map.of()).of(null)).isEqualTo(new CallerClass("default", 20, true, true));
    }

    @Test
    void aTokenMakesACallerOneOfItsClass() {
        Callers callers = callers(TWO_CLASSES);

        assertThat(callers.of("Bearer t0ken-of-the-office")).isEqualTo(new CallerClass("back office", 300, true, true));
        assertThat(callers.of("bearer  t0ken-of-the-batch ")).isEqualTo(new CallerClass("batch", 20, false, true));
    }

    @Test
    void aTokenMayBeInAFile(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("token"), "t0ken-of-the-office\n");

        assertThat(callers(Map.of("office.token", "file:" + file))
                        .of("Bearer t0ken-of-the-office")
                        .name())
                .isEqualTo("office");
    }

    @Test
    void twoFilesOfOneTokenAreSaidToo(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("token"), "t0ken\n");

        List<String> mistakes = new ArrayList<>();
        new CallersCheck()
                .check(
                        config(Map.of("a.token", "file:" + file, "b.token", "t0ken")),
                        (key, text) -> mistakes.add(text));

        assertThat(mistakes).containsExactly("is also the token of \"a\": a token must belong to one class");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer t0ken-of-the-offic",
                "Bearer t0ken-of-the-office2",
                "Bearer T0ken-of-the-office",
                "Digest t0ken-of-the-office",
                "t0ken-of-the-office",
                "Bearer default",
            })
    void whatIsNoKnownTokenMakesNoDifference(String authorization) {
        Callers callers = callers(TWO_CLASSES);

        assertThat(callers.of(authorization))
                .isEqualTo(callers.of(null))
                .isEqualTo(new CallerClass("default", 5, false, false));
    }

    @Test
    void classesThatMakeNoSenseAreNamedAllAtOnceAndWithoutTheirTokens() {
        Map<String, String> wrong = Map.of(
                "default.token", "t0ken-of-everybody",
                "a.token", "t0ken-of-two",
                "b.token", "t0ken-of-two",
                "c.weight", "2");

        List<String> mistakes = new ArrayList<>();
        new CallersCheck().check(config(wrong), (key, text) -> mistakes.add(key + " " + text));

        assertThat(mistakes)
                .containsExactly(
                        "meishi.callers.\"b\".token is also the token of \"a\": a token must belong to one class",
                        "meishi.callers.\"c\".token is missing: no client could be of this class",
                        "meishi.callers.\"default\".token must not be set: clients without a known token are of this class");
    }

    @Test
    void theTermsOfAnOperationAreThoseOfItsCallersClass() {
        CallerClass mayRefresh = new CallerClass("a", 7, true, false);
        CallerClass mayNot = new CallerClass("b", 8, false, false);
        Duration deadline = Duration.ofSeconds(3);

        Caller caller = mayRefresh.at("192.0.2.1");
        assertThat(caller.interactive(deadline, true))
                .isEqualTo(new OperationTerms(Urgency.INTERACTIVE, deadline, 7, true).of(caller.claim()));
        assertThat(caller.interactive(deadline, false).bypassesCache()).isFalse();
        assertThat(mayNot.at("192.0.2.1").interactive(deadline, true).bypassesCache())
                .isFalse();
    }

    @Test
    void clientsAreToldApartByTheirAddressesAndNetworksOfIpv6AsOne() {
        CallerClass callers = new CallerClass("a", 7, true, false);

        assertThat(callers.at("192.0.2.1").claim())
                .isEqualTo(callers.at("192.0.2.1").claim())
                .isNotEqualTo(callers.at("192.0.2.2").claim())
                .isNotEqualTo(
                        new CallerClass("b", 7, true, false).at("192.0.2.1").claim());
        assertThat(callers.at("2001:db8:0:1:0:0:0:1").claim())
                .isEqualTo(callers.at("2001:db8:0:1:f:f:f:f").claim())
                .isNotEqualTo(callers.at("2001:db8:0:2:0:0:0:1").claim());
    }

    @Test
    void aClassHasTheWeightThatIsConfiguredAndElseOne() {
        Callers callers = callers(Map.of("office.token", "t0ken-of-the-office", "office.weight", "3"));

        assertThat(callers.weights().byCallers()).isEqualTo(Map.of("default", 1, "office", 3));
    }

    private static Callers callers(Map<String, String> keys) {
        return new Callers(config(keys));
    }

    private static CallersConfig config(Map<String, String> keys) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(CallersConfig.class);
        keys.forEach((key, value) -> builder.withDefaultValue("meishi.callers." + key, value));
        return builder.build().getConfigMapping(CallersConfig.class);
    }
}
