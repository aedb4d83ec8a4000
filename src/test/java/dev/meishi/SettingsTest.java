package dev.meishi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
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
        "meishi.export.max-concurrent-exports, 0, must be at least 1, 0",
        "meishi.export.stall-timeout, 0s, must be at least 1 millisecond, PT0S",
        "meishi.export.page-timeout, -5m, must be at least 1 millisecond, PT-5M",
        "meishi.documents.manifest-check, -1s, must be at least 0, PT-1S",
        "meishi.limits.body-bytes, 0, must be at least 1, 0",
        "meishi.limits.depth, -1, must be at least 1, -1",
        "meishi.limits.cost, 0, must be at least 1, 0",
        "meishi.limits.directives, -1, must be at least 0, -1",
        "meishi.limits.max-concurrent-operations, 0, must be at least 1, 0",
        "meishi.page-cache.fresh, -1s, must be at least 0, PT-1S",
        "meishi.page-cache.stale-if-error, -1s, must be at least 0, PT-1S",
        "meishi.upstream.api, 3.0, must be 1.0 or 2.0, 3.0",
        "meishi.upstream.connect-timeout, 0s, must be at least 1 millisecond, PT0S",
        "meishi.upstream.timeout, 0s, must be at least 1 millisecond, PT0S",
        "meishi.upstream.max-connections, 0, must be at least 1, 0",
        "meishi.upstream.keep-alive, 0s, must be at least 1 second, PT0S",
        "meishi.changes.settle-time, -1s, must be at least 0, PT-1S",
        "meishi.callers.default.max-upstream-calls, 0, must be at least 1, 0",
        "meishi.callers.default.weight, 1001, must be at most 1000, 1001",
        "meishi.callers.default.max-concurrent-exports, 0, must be at least 1, 0",
        "meishi.limits.answer-bytes, 0, must be at least 1, 0",
        "meishi.quota.calls-per-minute, 0, must be at least 1, 0",
        "meishi.quota.share, 0, must be more than 0, 0.0",
        "meishi.quota.share, NaN, must be more than 0, NaN",
        "meishi.quota.breaker.ratio, 1.1, must be at most 1, 1.1",
        "meishi.quota.window-margin, -1s, must be at least 0, PT-1S",
        "meishi.quota.max-queued, -1, must be at least 0, -1",
        "meishi.log.slow-operation, -1s, must be at least 0, PT-1S",
        "meishi.metrics.operations, -1, must be at least 0, -1",
        "meishi.metrics.operations, 10001, must be at most 10000, 10001",
        "meishi.tracing.ratio, 1.1, must be at most 1, 1.1",
        "meishi.tracing.queue, 511, must be at least 512, 511",
        "meishi.tracing.endpoint, collector:4317, 'must be the http or https URL of a collector without a user, such as http://localhost:4318/v1/traces', '''collector:4317'''",
        "meishi.sandbox.contacts, -1, must be at least 0, -1",
        "meishi.sandbox.contacts, 200001, must be at most 200000, 200001",
        "meishi.cursors.secret, too short, must have at least 32 characters, 9",
        "meishi.totals.max-calls, -1, must be at least 0, -1",
        "meishi.phones.region, Japan, 'must be the two capital letters of a country or region, such as JP, KR or TW', Japan",
        "meishi.phones.region, kr, 'must be the two capital letters of a country or region, such as JP, KR or TW', kr",
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
    void allAreNamedAtOnce() {
        Map<String, String> wrong = Map.of(
                "meishi.http.write-timeout", "0s",
                "meishi.http.operation-timeout", "-1s",
                "meishi.quota.share", "2",
                "meishi.pages.fresh", "30s");

        assertThatThrownBy(() -> start(wrong))
                .isInstanceOfSatisfying(
                        ConfigValidationException.class,
                        refused -> assertThat(refused.getProblemCount()).isEqualTo(4));
    }

    @Test
    void mistakesOfEveryKindAreNamedAtOnce() {
        Map<String, String> wrong = Map.of(
                "meishi.quota.share", "2",
                "meishi.pages.fresh", "30s",
                "meishi.upstream.connect-timeout", "20s",
                "meishi.http.hosts", "https://contacts.example.com",
                "meishi.memory.answers", "90%",
                "meishi.callers.office.weight", "3",
                "meishi.documents.trust", "only",
                "quarkus.http.http2", "true",
                "meishi.sandbox.enabled", "false");

        assertThatThrownBy(() -> start(wrong))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining("meishi.quota.share must be at most 1, found 2.0")
                .hasMessageContaining("meishi.pages.fresh has been renamed, set meishi.page-cache.fresh")
                .hasMessageContaining("meishi.upstream.connect-timeout must be at most meishi.upstream.timeout (PT10S)")
                .hasMessageContaining("meishi.upstream.server-token is missing")
                .hasMessageContaining("meishi.http.hosts must have host names without scheme")
                .hasMessageContaining("meishi.memory and the caches must have at most")
                .hasMessageContaining("meishi.callers.\"office\".token is missing")
                .hasMessageContaining(
                        "meishi.documents.trust must be any without meishi.documents.manifests, found only")
                .hasMessageContaining("quarkus.http.http2 must be false, found true");
    }

    @Test
    void whatApiTwoLacksIsNamedWithTheOtherMistakes() {
        Map<String, String> wrong = Map.of(
                "meishi.upstream.api", "2.0",
                "meishi.upstream.client-id", "id",
                "meishi.quota.share", "2",
                "meishi.sandbox.enabled", "false");

        assertThatThrownBy(() -> start(wrong))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining("meishi.quota.share must be at most 1, found 2.0")
                .hasMessageContaining("meishi.upstream.private-key is missing")
                .hasMessageContaining("meishi.upstream.domain-id is missing")
                .hasMessageNotContaining("client-id")
                .hasMessageNotContaining("server-token");
    }

    @ParameterizedTest
    @CsvSource({
        "meishi.pages.stale-if-error, meishi.page-cache.stale-if-error",
        "meishi.execution.renditions, meishi.execution.json-cache",
        "meishi.changes.settle, meishi.changes.settle-time",
        "meishi.export.at-once, meishi.export.max-concurrent-exports",
        "meishi.limits.operations-at-once, meishi.limits.max-concurrent-operations",
        "meishi.quota.queue, meishi.quota.max-queued",
        "meishi.upstream.deadline, meishi.upstream.timeout",
        "meishi.callers.default.exports-at-once, max-concurrent-exports of the class",
        "meishi.callers.office.exports-at-once, max-concurrent-exports of the class",
    })
    void aKeyThatHasBeenRenamedIsRefusedWithItsNewName(String key, String now) {
        assertThatThrownBy(() -> start(Map.of(key, "1")))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining(key + " has been renamed, set " + now);
    }

    @ParameterizedTest
    @ValueSource(strings = {"meishi.tags.max-domains", "meishi.members.max-entries"})
    void aKeyThatAnotherHasReplacedIsRefusedWithThatOne(String key) {
        assertThatThrownBy(() -> start(Map.of(key, "1")))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining(key + " has been replaced, set meishi.lookup-cache.memory");
    }

    @Test
    void itIsRefusedAsAVariableOfTheEnvironmentToo() {
        Map<String, String> variables = Map.of("MEISHI_QUOTA_QUEUE", "1");

        assertThatThrownBy(() -> start(Declarations.builder().withSources(new EnvConfigSource(variables, 300))))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining("meishi.quota.queue has been renamed, set meishi.quota.max-queued");
    }

    @ParameterizedTest
    @ValueSource(strings = {"meishi.page-cache.fresh", "meishi.shutdown.delay", "meishi.changes.settle-time"})
    void nothingIsTakenWhereItHasAMeaning(String key) {
        assertThatCode(() -> start(Map.of(key, "0s"))).doesNotThrowAnyException();
    }

    private static void start(Map<String, String> settings) {
        start(Declarations.builder().withDefaultValues(settings));
    }

    private static void start(SmallRyeConfigBuilder settings) {
        settings.build();
    }
}
