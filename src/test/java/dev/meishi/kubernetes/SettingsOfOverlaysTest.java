package dev.meishi.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meishi.access.CallersConfig;
import dev.meishi.lineworks.CursorConfig;
import dev.meishi.lineworks.Installation;
import dev.meishi.lineworks.UpstreamConfig;
import dev.meishi.lineworks.oauth.OauthConfig;
import dev.meishi.quota.QuotaConfig;
import dev.meishi.sandbox.SandboxConfig;
import dev.meishi.tracing.TracingConfig;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings that the overlays make are settings of the gateway, and it starts with them. */
class SettingsOfOverlaysTest {

    /** What LINE WORKS allows a paid plan, for each operation. */
    private static final int CALLS_PER_MINUTE = 240;

    /** What an operator fills in. */
    private static final Map<String, String> OF_A_TENANT = Map.of(
            "MEISHI_UPSTREAM_DOMAIN_ID", "1",
            "MEISHI_UPSTREAM_CLIENT_ID", "client",
            "MEISHI_UPSTREAM_SERVICE_ACCOUNT", "account@example.com");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path secrets;

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production", "production-traced"})
    void everyVariableIsThatOfASetting(String name) {
        Overlay overlay = Overlay.of(name);
        Set<Pattern> known = Settings.variables();

        assertThat(Stream.concat(
                        overlay.variables().keySet().stream().filter(variable -> !variable.equals("QUARKUS_PROFILE")),
                        overlay.container().getEnv().stream().map(EnvVar::getName)))
                .isNotEmpty()
                .allSatisfy(variable -> assertThat(known)
                        .anyMatch(setting -> setting.matcher(variable).matches()));
    }

    @Test
    void theDemoIsTheSimulatorAlone() {
        SmallRyeConfig config = Settings.of(Overlay.of("demo").variables());

        assertThat(config.getConfigMapping(SandboxConfig.class).enabled()).isTrue();
        assertThat(config.getConfigMapping(UpstreamConfig.class).api()).isEqualTo("2.0");
        assertThat(config.getConfigMapping(UpstreamConfig.class).url()).isEmpty();
        assertThat(Overlay.of("demo").all(HorizontalPodAutoscaler.class)).isEmpty();
    }

    @Test
    void productionNeedsNothingMoreThanWhatItsFileLeavesOpen() {
        SmallRyeConfig config = Settings.of(ofATenant());

        assertThat(config.getConfigMapping(SandboxConfig.class).enabled()).isFalse();
        assertThat(config.getConfigMapping(UpstreamConfig.class).api()).isEqualTo("2.0");
        assertThat(config.getConfigMapping(OauthConfig.class).clientId()).contains("client");
        CallersConfig.Settings others = Objects.requireNonNull(
                config.getConfigMapping(CallersConfig.class).classes().get("default"));
        assertThat(others.maxUpstreamCalls()).isEqualTo(5);
        assertThat(others.refresh()).isFalse();
        assertThat(others.export()).isFalse();
        assertThat(config.getValue("meishi.introspection.enabled", Boolean.class))
                .isFalse();
    }

    @Test
    void productionLogsJsonWithALineForEachOperation() {
        SmallRyeConfig production = Settings.of(ofATenant());
        SmallRyeConfig demo = Settings.of(Overlay.of("demo").variables());

        assertThat(production.getValue("quarkus.log.console.json.enabled", Boolean.class))
                .isTrue();
        assertThat(production.getValue("quarkus.log.category.\"dev.meishi.operations\".level", String.class))
                .isEqualTo("DEBUG");
        assertThat(demo.getValue("quarkus.log.console.json.enabled", Boolean.class))
                .isFalse();
    }

    @Test
    void spansGoWhereThePodsMayConnectTo() {
        Overlay traced = Overlay.of("production-traced");
        Map<String, String> settings = ofATenant();
        settings.putAll(mounted(traced.variables()));
        settings.putAll(OF_A_TENANT);
        TracingConfig tracing = Settings.of(settings).getConfigMapping(TracingConfig.class);

        URI endpoint = URI.create(tracing.endpoint());
        assertThat(tracing.enabled()).isTrue();
        assertThat(endpoint.getHost()).endsWith(".monitoring.svc");
        assertThat(traced.the(NetworkPolicy.class, "meishi").getSpec().getEgress())
                .anySatisfy(rule -> {
                    assertThat(rule.getPorts())
                            .singleElement()
                            .satisfies(port ->
                                    assertThat(port.getPort().getIntVal()).isEqualTo(endpoint.getPort()));
                    assertThat(rule.getTo().get(0).getNamespaceSelector().getMatchLabels())
                            .containsValue("monitoring");
                });
        assertThat(Settings.of(ofATenant())
                        .getConfigMapping(TracingConfig.class)
                        .enabled())
                .isFalse();
    }

    @Test
    void productionAsItIsNamesWhatIsToBeFilledIn() {
        assertThatThrownBy(() -> Settings.of(mounted(Overlay.of("production").variables())))
                .hasMessageContaining("meishi.upstream.domain-id is missing")
                .hasMessageContaining("meishi.upstream.client-id is missing")
                .hasMessageContaining("meishi.upstream.service-account is missing")
                .hasMessageNotContaining("client-secret")
                .hasMessageNotContaining("private-key");
    }

    @Test
    void credentialsAreTheFilesThatTheSecretIsMountedAs() {
        Overlay production = Overlay.of("production");
        SmallRyeConfig config = Settings.of(ofATenant());
        VolumeMount mount = mount(production);
        OauthConfig oauth = config.getConfigMapping(OauthConfig.class);

        assertThat(mount.getReadOnly()).isTrue();
        assertThat(mount.getSubPath()).as("which would never change").isNull();
        assertThat(Stream.of(oauth.clientSecret(), oauth.privateKey())
                        .map(file -> file.orElseThrow().value()))
                .containsExactlyInAnyOrderElementsOf(items(production).stream()
                        .map(item -> secrets.resolve(item.getPath()).toString())
                        .toList());
    }

    @Test
    void theExampleOfTheSecretHasEveryKeyThatIsUsed() {
        Overlay production = Overlay.of("production");
        Set<String> used =
                items(production).stream().map(KeyToPath::getKey).collect(Collectors.toCollection(TreeSet::new));
        production
                .container()
                .getEnv()
                .forEach(variable ->
                        used.add(variable.getValueFrom().getSecretKeyRef().getKey()));

        assertThat(ManifestsTest.example().getStringData().keySet()).isEqualTo(used);
        assertThat(secret(production).getSecret().getSecretName())
                .isEqualTo(ManifestsTest.example().getMetadata().getName());
    }

    @Test
    void cursorsMayHaveASecretOfTheirOwn() {
        Map<String, String> settings = ofATenant();
        Overlay.of("production")
                .container()
                .getEnv()
                .forEach(variable -> settings.put(variable.getName(), "x".repeat(32)));

        assertThat(Settings.of(settings).getConfigMapping(CursorConfig.class).secret())
                .isPresent();
    }

    @Test
    void asManyPodsAsThereMayBeMakeNoMoreCallsThanLineWorksAllows() {
        Overlay production = Overlay.of("production");
        QuotaConfig quota = Settings.of(ofATenant()).getConfigMapping(QuotaConfig.class);
        int pods = production
                .the(HorizontalPodAutoscaler.class, "meishi")
                .getSpec()
                .getMaxReplicas();
        int added = production
                .deployment()
                .getSpec()
                .getStrategy()
                .getRollingUpdate()
                .getMaxSurge()
                .getIntVal();
        int each = Math.max(quota.callsPerMinute(), quota.maxCallsPerMinute());

        assertThat((pods + added) * each).isLessThanOrEqualTo(CALLS_PER_MINUTE);
    }

    private Map<String, String> ofATenant() {
        Map<String, String> settings = mounted(Overlay.of("production").variables());
        settings.putAll(OF_A_TENANT);
        return settings;
    }

    /** With the files of the Secret where this process can read them. */
    private Map<String, String> mounted(Map<String, String> variables) {
        Overlay production = Overlay.of("production");
        Map<String, String> settings = new HashMap<>(variables);
        settings.replaceAll((name, value) -> value.replace(mount(production).getMountPath(), secrets.toString()));
        items(production).forEach(item -> write(secrets.resolve(item.getPath())));
        return settings;
    }

    private static void write(Path file) {
        try {
            Files.writeString(file, file.toString().endsWith(".pem") ? Installation.privateKey() : "secret");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static VolumeMount mount(Overlay overlay) {
        return overlay.container().getVolumeMounts().stream()
                .filter(one -> one.getName().equals("secrets"))
                .findFirst()
                .orElseThrow();
    }

    private static Volume secret(Overlay overlay) {
        return overlay.pod().getVolumes().stream()
                .filter(volume -> volume.getName().equals("secrets"))
                .findFirst()
                .orElseThrow();
    }

    private static List<KeyToPath> items(Overlay overlay) {
        return secret(overlay).getSecret().getItems();
    }
}
