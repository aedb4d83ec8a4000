package dev.meishi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meishi.ledger.Terms;
import dev.meishi.ledger.Urgency;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
        assertThat(callers(Map.of()).of(null)).isEqualTo(new CallerClass("default", 100, true, true));
    }

    @Test
    void aTokenMakesACallerOneOfItsClass() {
        Callers callers = callers(TWO_CLASSES);

        assertThat(callers.of("Bearer t0ken-of-the-office")).isEqualTo(new CallerClass("back office", 300, true, true));
        assertThat(callers.of("bearer  t0ken-of-the-batch ")).isEqualTo(new CallerClass("batch", 100, false, true));
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
                "c.max-upstream-calls", "-1");

        assertThatThrownBy(() -> callers(wrong))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "meishi.callers.\"b\".token is the one of \"a\" too;"
                                + " meishi.callers.\"c\".token is missing: nobody could be of that class;"
                                + " meishi.callers.\"c\".max-upstream-calls must be 0 or more, found -1;"
                                + " meishi.callers.\"default\".token is of no use: the class is of everybody without a known token.");
    }

    @Test
    void theTermsOfAnOperationAreThoseOfItsCallersClass() {
        CallerClass mayRefresh = new CallerClass("a", 7, true, false);
        CallerClass mayNot = new CallerClass("b", 8, false, false);
        Duration deadline = Duration.ofSeconds(3);

        assertThat(mayRefresh.interactive(deadline, true)).isEqualTo(new Terms(Urgency.INTERACTIVE, deadline, 7, true));
        assertThat(mayRefresh.interactive(deadline, false).isFreshWanted()).isFalse();
        assertThat(mayNot.interactive(deadline, true)).isEqualTo(new Terms(Urgency.INTERACTIVE, deadline, 8, false));
    }

    private static Callers callers(Map<String, String> keys) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(CallersConfig.class);
        keys.forEach((key, value) -> builder.withDefaultValue("meishi.callers." + key, value));
        return new Callers(builder.build().getConfigMapping(CallersConfig.class));
    }
}
