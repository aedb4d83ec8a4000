package dev.meishi.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every overlay has the manifests that it says, all of them valid, and those that belong together find each other. */
class ManifestsTest {

    private static final Path ALL = Path.of("k8s");
    private static final Map<String, String> LABEL = Map.of("app.kubernetes.io/name", "meishi");

    @ParameterizedTest
    @CsvSource({
        "demo, 'ConfigMap, Deployment, NetworkPolicy, Service, ServiceAccount'",
        "production, 'ConfigMap, Deployment, HorizontalPodAutoscaler, NetworkPolicy, PodDisruptionBudget, Service, ServiceAccount'",
        "production-monitored, 'ConfigMap, ConfigMap, Deployment, HorizontalPodAutoscaler, NetworkPolicy, PodDisruptionBudget,"
                + " PrometheusRule, Service, Service, ServiceAccount, ServiceMonitor'",
        "production-traced, 'ConfigMap, Deployment, HorizontalPodAutoscaler, NetworkPolicy, PodDisruptionBudget, Service, ServiceAccount'"
    })
    void eachOverlayHasItsKinds(String overlay, String kinds) {
        assertThat(Overlay.of(overlay).manifests().stream()
                        .map(HasMetadata::getKind)
                        .sorted()
                        .collect(Collectors.joining(", ")))
                .isEqualTo(kinds);
    }

    @Test
    void everyFileIsPartOfAnOverlayOrAnExample() throws IOException {
        try (Stream<Path> files = Files.walk(ALL)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .toList();
            String kustomizations = texts("kustomization.yaml");
            assertThat(names)
                    .hasSizeGreaterThan(15)
                    .allMatch(name -> name.equals("kustomization.yaml")
                            || name.equals("secret.example.yaml")
                            || kustomizations.contains(name));
        }
    }

    @Test
    void theExampleOfTheSecretIsAValidOneWithoutASecret() {
        assertThat(example().getStringData().values()).containsOnly("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {port: []}}",
                "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [{port: 80, targetport: http}]}}",
                "{apiVersion: v1, kind: Service, metadata: {name: a, nmae: b}}",
                "{apiVersion: v1, kind: Service, metadata: {name: a, name: b}}",
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {FLAG: true}}",
                "{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: {replicas: '1'}}",
                "{apiVersion: extensions/v1beta1, kind: Deployment, metadata: {name: a}}",
                "{apiVersion: monitoring.coreos.com/v1, kind: ServiceMonitor, metadata: {name: a}, spec: {endpoint: []}}",
                "{apiVersion: monitoring.coreos.com/v1, kind: PrometheusRule, metadata: {name: a}, spec: {groups: [{rule: []}]}}",
                "{apiVersion: v1, kind: Service, metadata: {name: a}, additionalProperties: {}}"
            })
    void whatIsNotOfTheModelIsFoundOut(String manifest) {
        assertThatThrownBy(() -> Strictly.documents(manifest).forEach(Overlay::read))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void everyManifestIsFoundByItsLabel() {
        assertThat(Overlay.of("production-monitored").manifests())
                .allSatisfy(one -> assertThat(one.getMetadata().getLabels()).containsAllEntriesOf(LABEL));
    }

    @Test
    void whatSelectsPodsSelectsThese() {
        Overlay overlay = Overlay.of("production-monitored");
        Map<String, String> pods =
                overlay.deployment().getSpec().getTemplate().getMetadata().getLabels();

        assertThat(pods).isEqualTo(LABEL);
        assertThat(overlay.deployment().getSpec().getSelector().getMatchLabels())
                .isEqualTo(pods);
        assertThat(overlay.all(Service.class))
                .allSatisfy(
                        service -> assertThat(service.getSpec().getSelector()).isEqualTo(pods));
        assertThat(overlay.the(PodDisruptionBudget.class, "meishi")
                        .getSpec()
                        .getSelector()
                        .getMatchLabels())
                .isEqualTo(pods);
        assertThat(overlay.pod().getTopologySpreadConstraints())
                .hasSize(2)
                .allSatisfy(spread ->
                        assertThat(spread.getLabelSelector().getMatchLabels()).isEqualTo(pods));
    }

    @Test
    void whatNamesAnotherManifestNamesOneThatThereIs() {
        Overlay overlay = Overlay.of("production-monitored");
        var scaled =
                overlay.the(HorizontalPodAutoscaler.class, "meishi").getSpec().getScaleTargetRef();

        assertThat(scaled.getKind() + scaled.getApiVersion() + scaled.getName()).isEqualTo("Deploymentapps/v1meishi");
        assertThat(overlay.deployment().getSpec().getReplicas())
                .as("for the autoscaler to decide")
                .isNull();
        assertThat(overlay.the(ServiceAccount.class, overlay.pod().getServiceAccountName())
                        .getAutomountServiceAccountToken())
                .isFalse();
        ServiceMonitor monitor = overlay.the(ServiceMonitor.class, "meishi");
        assertThat(overlay.all(Service.class).stream()
                        .filter(service -> service.getMetadata()
                                .getLabels()
                                .entrySet()
                                .containsAll(monitor.getSpec()
                                        .getSelector()
                                        .getMatchLabels()
                                        .entrySet()))
                        .map(service -> service.getMetadata().getName()))
                .containsExactly("meishi-management");
    }

    @Test
    void aChangedSettingIsAnotherConfigMapAndSoRollsOut() {
        Overlay demo = Overlay.of("demo");
        Overlay production = Overlay.of("production");

        assertThat(demo.all(ConfigMap.class).get(0).getMetadata().getName()).matches("meishi-[a-z0-9]{10}");
        assertThat(demo.container().getEnvFrom())
                .isNotEqualTo(production.container().getEnvFrom());
        assertThat(production.variables())
                .containsKeys("MEISHI_HTTP_HOSTS", "MEISHI_UPSTREAM_API")
                .doesNotContainKey("MEISHI_SANDBOX_ENABLED");
    }

    @Test
    void thereIsRoomForTheEndOfAPodWithoutFewerThanThereShouldBe() {
        var strategy =
                Overlay.of("production").deployment().getSpec().getStrategy().getRollingUpdate();

        assertThat(strategy.getMaxUnavailable().getIntVal()).isZero();
        assertThat(strategy.getMaxSurge().getIntVal()).isPositive();
    }

    /** The Secret that an operator is to make. */
    static Secret example() {
        return (Secret)
                Overlay.read(Strictly.documents(Overlay.folder("production").resolve("secret.example.yaml"))
                        .get(0));
    }

    private static String texts(String name) throws IOException {
        try (Stream<Path> files = Files.walk(ALL)) {
            StringBuilder texts = new StringBuilder();
            for (Path file :
                    new TreeSet<>(files.filter(path -> path.endsWith(name)).toList())) {
                texts.append(Files.readString(file));
            }
            return texts.toString();
        }
    }
}
