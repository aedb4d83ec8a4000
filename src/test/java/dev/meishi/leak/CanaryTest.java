package dev.meishi.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Whether a leak would be found in this run. */
@QuarkusTest
@EnabledIfSystemProperty(named = WholeRun.DIRECTORY, matches = ".+", disabledReason = "not run by Maven")
class CanaryTest {

    @Inject
    @SuppressWarnings("NullAway.Init")
    LoggedMetrics metrics;

    @Test
    void whatTheApplicationLogsAtTraceIsLookedAt() {
        String before = listener().toString();

        Logger.getLogger(WholeRun.CANARY).finer("Nothing to be afraid of: s3cret");

        assertThat(listener().toString()).contains("canaries: ").isNotEqualTo(before);
    }

    @Test
    void metricsAreLoggedWhenTheApplicationStops() {
        assertThat(metrics.all()).anyMatch(id -> id.getName().startsWith("meishi"));
        assertThat(Logger.getLogger(LoggedMetrics.class.getName()).isLoggable(Level.FINER))
                .isTrue();
    }

    private static Handler listener() {
        return Arrays.stream(Logger.getLogger("").getHandlers())
                .filter(handler -> handler.getClass().getName().equals(WholeRun.class.getName()))
                .findFirst()
                .orElseThrow();
    }
}
