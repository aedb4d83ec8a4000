package dev.meishi.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an overlay renders to, each manifest read strictly as its model.
 *
 * @param manifests in the order in which they are rendered
 */
record Overlay(List<HasMetadata> manifests) {

    private static final Path OVERLAYS = Path.of("k8s", "overlays");

    private static final Map<String, Class<? extends HasMetadata>> MODELS = Stream.<Class<? extends HasMetadata>>of(
                    ConfigMap.class,
                    Deployment.class,
                    HorizontalPodAutoscaler.class,
                    NetworkPolicy.class,
                    PodDisruptionBudget.class,
                    PrometheusRule.class,
                    Secret.class,
                    Service.class,
                    ServiceAccount.class,
                    ServiceMonitor.class)
            .collect(Collectors.toMap(
                    model -> HasMetadata.getApiVersion(model) + " " + HasMetadata.getKind(model), Function.identity()));

    /** The overlay in a folder of {@code k8s/overlays}. */
    static Overlay of(String name) {
        return new Overlay(
                Kustomization.render(folder(name)).stream().map(Overlay::read).toList());
    }

    /** The folder of an overlay. */
    static Path folder(String name) {
        return OVERLAYS.resolve(name);
    }

    /** A manifest as the model of its version and kind. */
    static HasMetadata read(ObjectNode manifest) {
        String kind = manifest.path("apiVersion").asText() + " "
                + manifest.path("kind").asText();
        Class<? extends HasMetadata> model = MODELS.get(kind);
        if (model == null) {
            throw new IllegalStateException("There is no model of " + kind);
        }
        return Strictly.as(model, manifest);
    }

    /** All of a kind. */
    <T extends HasMetadata> List<T> all(Class<T> model) {
        return manifests.stream().filter(model::isInstance).map(model::cast).toList();
    }

    /** The one of a kind and name. */
    <T extends HasMetadata> T the(Class<T> model, String name) {
        return all(model).stream()
                .filter(one -> one.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Deployment deployment() {
        return the(Deployment.class, "meishi");
    }

    PodSpec pod() {
        return deployment().getSpec().getTemplate().getSpec();
    }

    /** The one that there is. */
    Container container() {
        return pod().getContainers().get(0);
    }

    /** The variables that the pods have from the ConfigMap. */
    Map<String, String> variables() {
        String name = container().getEnvFrom().get(0).getConfigMapRef().getName();
        return the(ConfigMap.class, name).getData();
    }
}
