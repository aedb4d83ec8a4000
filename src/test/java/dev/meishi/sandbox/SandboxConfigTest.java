package dev.meishi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meishi.lineworks.Tenant;
import dev.meishi.sandbox.api.v2.SandboxAccount;
import dev.meishi.sandbox.faults.Faults;
import dev.meishi.secret.Secret;
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
        assertThatThrownBy(() -> opened(Map.of("enabled", "true", "faults.hang", "2")))
                .hasMessage("meishi.sandbox.faults: hang must be a rate from 0 to 1");
        assertThatThrownBy(() -> opened(Map.of("enabled", "true", "changes.inserts-per-second", "-1")))
                .hasMessage("meishi.sandbox.changes: insertsPerSecond must be a number from 0 to 1000");
        assertThatThrownBy(() -> opened(Map.of("enabled", "true", "jwt-public-key", "x")))
                .hasMessageContaining("meishi.sandbox.jwt-public-key");
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

    private Router opened(Map<String, String> settings) {
        Router router = Router.router(vertx);
        new Sandbox(config(settings), TENANT, vertx, new SandboxAccount(TENANT), reset -> {}).register(router);
        return router;
    }

    private static SandboxConfig config(Map<String, String> settings) {
        SmallRyeConfigBuilder builder =
                new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(SandboxConfig.class);
        settings.forEach((key, value) -> builder.withDefaultValue("meishi.sandbox." + key, value));
        return builder.build().getConfigMapping(SandboxConfig.class);
    }
}
