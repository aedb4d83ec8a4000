package dev.meishi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.meishi.lineworks.Tenant;
import dev.meishi.sandbox.api.v2.SandboxAccount;
import dev.meishi.sandbox.faults.Faults;
import dev.meishi.sandbox.faults.Operation;
import dev.meishi.secret.Secret;
import dev.meishi.settings.SettingsValidator;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SandboxConfigTest {

    private static final Tenant TENANT =
            new Tenant("sandbox", "1", new Secret("sandbox-consumer-key"), new Secret("sandbox-server-token"));

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void itIsOffByDefault() {
        assertThat(config(Map.of()).enabled()).isFalse();
        assertThat(opened(Map.of()).getRoutes()).isEmpty();
    }

    @Test
    void aWrongSwitchOrKeyIsRefusedAtStart() {
        assertThat(refusal(Map.of("enabled", "true", "faults.hang", "2", "changes.inserts-per-second", "-1")))
                .contains("meishi.sandbox.faults cannot be used: hang must be a rate from 0 to 1")
                .contains("meishi.sandbox.changes cannot be used: insertsPerSecond must be a number from 0 to 1000");
        assertThat(refusal(Map.of("enabled", "true", "jwt-public-key", "x"))).contains("meishi.sandbox.jwt-public-key");
    }

    @Test
    void whereItIsOffNothingOfItIsRefused() {
        assertThat(config(Map.of("faults.hang", "2", "scenario", "full")).enabled())
                .isFalse();
    }

    @Test
    void configuredFaultsAreTheRunTimeSwitches() {
        Faults faults = ConfiguredFaults.from(config(Map.of(
                        "faults.latency", "80ms",
                        "faults.errors.503", "0.5",
                        "faults.error-shape", "V2",
                        "faults.rate-limit-per-minute", "240",
                        "faults.truncated-page", "0.1",
                        "faults.works-at-as-object", "true"))
                .faults());

        assertThat(faults).isEqualTo(Faults.from(new JsonObject("""
                {"latency":"PT0.08S","errors":{"503":0.5},"errorShape":"V2","rateLimitPerMinute":240,
                "truncatedPage":0.1,"worksAtAsObject":true}""")));
    }

    @Test
    void anOperationsOwnFaultsTakeThePlaceOfThoseForAll() {
        var faults = ConfiguredFaults.byOperation(config(Map.of(
                        "faults.latency", "80ms",
                        "faults.operations.listTags.errors.503", "1",
                        "faults.operations.getcontact.error-code", "GONE"))
                .faults());

        assertThat(faults).hasSize(Operation.values().length);
        assertThat(faults.get(Operation.LIST_TAGS)).isEqualTo(Faults.from(new JsonObject("{\"errors\":{\"503\":1}}")));
        assertThat(faults.get(Operation.GET_CONTACT))
                .isEqualTo(Faults.from(new JsonObject("{\"errorCode\":\"GONE\"}")));
        assertThat(faults.get(Operation.GET_TAG)).isEqualTo(Faults.from(new JsonObject("{\"latency\":80}")));
    }

    @Test
    void aSettingOfTheStartThatCannotBeIsRefused() {
        assertThat(refusal(Map.of("enabled", "true", "faults.operations.listTag.hang", "1")))
                .contains(
                        "meishi.sandbox.faults cannot be used: Unknown operation listTag; allowed are listContacts, ");
        assertThat(refusal(Map.of("enabled", "true", "scenario", "full")))
                .contains(
                        "meishi.sandbox.scenario cannot be used: scenario must be one of default, empty, nameless",
                        "found full");
        assertThat(refusal(Map.of("enabled", "true", "data-until", "2025-12-26T17:59:59+09:00")))
                .contains(
                        "meishi.sandbox.data-until must not be before 2025-12-26T09:00:00Z, found 2025-12-26T08:59:59Z");
    }

    private static String refusal(Map<String, String> settings) {
        Throwable thrown = catchThrowable(() -> config(settings));
        assertThat(thrown).isInstanceOf(ConfigValidationException.class);
        return String.valueOf(thrown.getMessage());
    }

    private Router opened(Map<String, String> settings) {
        Router router = Router.router(vertx);
        new Sandbox(config(settings), TENANT, vertx, new SandboxAccount(TENANT), reset -> {}, false).register(router);
        return router;
    }

    private static SandboxConfig config(Map<String, String> settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withValidator(new SettingsValidator())
                .withMapping(SandboxConfig.class);
        settings.forEach((key, value) -> builder.withDefaultValue("meishi.sandbox." + key, value));
        return builder.build().getConfigMapping(SandboxConfig.class);
    }
}
