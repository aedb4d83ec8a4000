package dev.meishi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meishi.access.CallersConfig;
import dev.meishi.contact.ChangesConfig;
import dev.meishi.export.ExportConfig;
import dev.meishi.graphql.LimitsConfig;
import dev.meishi.http.HttpConfig;
import dev.meishi.http.ShutdownConfig;
import dev.meishi.http.WebSocketConfig;
import dev.meishi.lineworks.UpstreamConfig;
import dev.meishi.pages.PagesConfig;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidatorImpl;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A setting with which nothing could work is refused at the start, by its key, with what was found and what is allowed. */
class SettingsTest {

    @ParameterizedTest
    @CsvSource({
        "meishi.http.head-timeout, 0s, must be at least 1 millisecond, PT0S",
        "meishi.http.body-timeout, -1s, must be at least 1 millisecond, PT-1S",
        "meishi.http.operation-timeout, 0s, must be at least 1 millisecond, PT0S",
        "meishi.http.operation-timeout, 100d, must be at most 1 day, PT2400H",
        "meishi.http.write-timeout, 0s, must be at least 1 millisecond, PT0S",
        "meishi.websocket.init-timeout, 0s, must be at least 1 millisecond, PT0S",
        "meishi.shutdown.delay, -1s, must be at least 0, PT-1S",
        "meishi.shutdown.timeout, -1s, must be at least 0, PT-1S",
        "meishi.export.at-once, 0, must be at least 1, 0",
        "meishi.export.stall-timeout, 0s, must be at least 1 millisecond, PT0S",
        "meishi.export.patience, -5m, must be at least 1 millisecond, PT-5M",
        "meishi.limits.body-bytes, 0, must be at least 1, 0",
        "meishi.limits.depth, -1, must be at least 1, -1",
        "meishi.limits.cost, 0, must be at least 1, 0",
        "meishi.limits.directives, -1, must be at least 0, -1",
        "meishi.limits.operations-at-once, 0, must be at least 1, 0",
        "meishi.pages.fresh, -1s, must be at least 0, PT-1S",
        "meishi.pages.stale-if-error, -1s, must be at least 0, PT-1S",
        "meishi.upstream.connect-timeout, 0s, must be at least 1 millisecond, PT0S",
        "meishi.upstream.deadline, 0s, must be at least 1 millisecond, PT0S",
        "meishi.upstream.max-connections, 0, must be at least 1, 0",
        "meishi.upstream.keep-alive, 0s, must be at least 1 second, PT0S",
        "meishi.changes.settle, -1s, must be at least 0, PT-1S",
        "meishi.callers.default.max-upstream-calls, 0, must be at least 1, 0",
    })
    void isRefused(String key, String value, String allowed, String found) {
        assertThatThrownBy(() -> start(Map.of(key, value)))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining(key + " " + allowed + ", found " + found);
    }

    @Test
    void isRefusedAmongTheAgesOfFields() {
        assertThatThrownBy(() -> start(Map.of("meishi.http.caching.max-age.\"Query.tags\"", "-1s")))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining("meishi.http.caching.max-age")
                .hasMessageContaining("must be at least 0, found PT-1S");
    }

    @Test
    void allOfAGroupAreNamedAtOnce() {
        assertThatThrownBy(
                        () -> start(Map.of("meishi.http.write-timeout", "0s", "meishi.http.operation-timeout", "-1s")))
                .isInstanceOfSatisfying(
                        ConfigValidationException.class,
                        refused -> assertThat(refused.getProblemCount()).isEqualTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"meishi.pages.fresh", "meishi.shutdown.delay", "meishi.changes.settle"})
    void nothingIsTakenWhereItHasAMeaning(String key) {
        assertThatCode(() -> start(Map.of(key, "0s"))).doesNotThrowAnyException();
    }

    private static void start(Map<String, String> settings) {
        new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withValidator(new BeanValidationConfigValidatorImpl())
                .withMapping(HttpConfig.class)
                .withMapping(WebSocketConfig.class)
                .withMapping(ShutdownConfig.class)
                .withMapping(ExportConfig.class)
                .withMapping(LimitsConfig.class)
                .withMapping(PagesConfig.class)
                .withMapping(UpstreamConfig.class)
                .withMapping(ChangesConfig.class)
                .withMapping(CallersConfig.class)
                .withDefaultValues(settings)
                .build();
    }
}
