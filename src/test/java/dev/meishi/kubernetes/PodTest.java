package dev.meishi.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.http.HttpConfig;
import dev.meishi.server.ShutdownConfig;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pods fit the gateway: its ports, its times, its memory; and they may do nothing that it does not need. */
class PodTest {

    private static final SmallRyeConfig DEFAULTS = Settings.of(Map.of("MEISHI_SANDBOX_ENABLED", "true"));
    private static final Pattern HEAP = Pattern.compile("-XX:MaxRAMPercentage=(\\d+)");
    private static final Pattern DIRECT = Pattern.compile("-XX:MaxDirectMemorySize=(\\d+)m");

    private final Overlay overlay = Overlay.of("production-monitored");

    @Test
    void itsPortsAreTheOnesThatTheGatewayListensOn() {
        assertThat(overlay.container().getPorts().stream()
                        .collect(Collectors.toMap(ContainerPort::getName, ContainerPort::getContainerPort)))
                .isEqualTo(Map.of("http", Settings.port(), "management", Settings.managementPort()));
        assertThat(Settings.isManagementApart()).isTrue();
    }

    @Test
    void clientsReachTheirPortAloneAndPrometheusTheOther() {
        assertThat(targets("meishi")).containsExactly(new IntOrString("http"));
        assertThat(targets("meishi-management")).containsExactly(new IntOrString("management"));
    }

    @Test
    void probesAskTheManagementPort() {
        var container = overlay.container();
        List<Probe> probes =
                List.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe());

        assertThat(probes)
                .allSatisfy(probe -> assertThat(probe.getHttpGet().getPort()).isEqualTo(new IntOrString("management")));
        assertThat(probes.stream().map(probe -> probe.getHttpGet().getPath()))
                .as("what each asks; MonitoringTest asks it of the gateway")
                .containsExactly("/q/health/started", "/q/health/live", "/q/health/ready");
    }

    @Test
    void itHasTheTimeToEndInOrder() {
        ShutdownConfig shutdown = DEFAULTS.getConfigMapping(ShutdownConfig.class);
        long before = overlay.container().getLifecycle().getPreStop().getSleep().getSeconds();
        long needed = before + shutdown.delay().toSeconds() + shutdown.timeout().toSeconds();

        assertThat(overlay.pod().getTerminationGracePeriodSeconds()).isGreaterThan(needed);
        assertThat(shutdown.timeout())
                .isGreaterThan(DEFAULTS.getConfigMapping(HttpConfig.class).operationTimeout());
    }

    @Test
    void itsMemoryHasRoomForTheHeapAndForWhatIsOutsideOfIt() throws IOException {
        var resources = overlay.container().getResources();
        double limit = memory(resources.getLimits());
        double heap = limit * figure(HEAP) / 100;
        double direct = figure(DIRECT) * 1024 * 1024;

        assertThat(memory(resources.getRequests())).isEqualTo(limit);
        assertThat(limit - heap - direct).as("code, threads and the collector").isGreaterThan(128 * 1024 * 1024);
        assertThat(resources.getRequests()).containsKey("cpu");
        assertThat(resources.getLimits()).doesNotContainKey("cpu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production", "production-monitored", "production-traced"})
    void itMayDoNothingThatItDoesNotNeed(String name) {
        PodSpec pod = Overlay.of(name).pod();
        var container = pod.getContainers().get(0);

        assertThat(pod.getContainers()).hasSize(1);
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getEnableServiceLinks())
                .as("MEISHI_PORT and its like are no settings")
                .isFalse();
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getVolumeMounts())
                .filteredOn(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
                .extracting("mountPath")
                .containsExactly("/tmp");
    }

    @Test
    void itIsReachedOnItsTwoPortsAndReachesLineWorks() {
        assertThat(policy("production").getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(policy("production").getIngress())
                .flatExtracting("ports")
                .extracting("port")
                .containsExactly(new IntOrString("http"), new IntOrString("management"));
        assertThat(policy("production").getIngress().get(1).getFrom())
                .as("not from everywhere")
                .isNotEmpty();
        assertThat(egress("production")).containsExactly("UDP 53", "TCP 53", "TCP 443");
        assertThat(egress("demo")).containsExactly("UDP 53", "TCP 53");
    }

    @Test
    void itReachesNoPrivateNetwork() {
        NetworkPolicyEgressRule world = policy("production").getEgress().get(1);

        assertThat(world.getTo())
                .allSatisfy(to -> assertThat(to.getIpBlock().getExcept()).isNotEmpty());
        assertThat(world.getTo().get(0).getIpBlock().getExcept())
                .contains("10.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16");
    }

    private static NetworkPolicySpec policy(String name) {
        return Overlay.of(name).the(NetworkPolicy.class, "meishi").getSpec();
    }

    private static Stream<String> egress(String name) {
        return policy(name).getEgress().stream()
                .map(NetworkPolicyEgressRule::getPorts)
                .flatMap(Collection<NetworkPolicyPort>::stream)
                .map(port -> port.getProtocol() + " " + port.getPort().getIntVal());
    }

    private Stream<IntOrString> targets(String service) {
        return overlay.the(Service.class, service).getSpec().getPorts().stream().map(ServicePort::getTargetPort);
    }

    private static double memory(Map<String, Quantity> amounts) {
        return Quantity.getAmountInBytes(Objects.requireNonNull(amounts.get("memory")))
                .doubleValue();
    }

    private static double figure(Pattern option) throws IOException {
        Matcher matcher = option.matcher(Files.readString(Path.of("src", "main", "docker", "Dockerfile.jvm")));
        assertThat(matcher.find()).isTrue();
        return Double.parseDouble(matcher.group(1));
    }
}
