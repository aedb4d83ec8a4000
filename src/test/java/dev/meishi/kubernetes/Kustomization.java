package dev.meishi.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.zjsonpatch.JsonPatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Renders a kustomization without kustomize, so that a JDK is enough for it: resources, components, ConfigMaps made of files, and
 * JSON patches. Whatever else kustomize can do is refused here. {@link KubectlTest} compares this with kustomize itself.
 */
final class Kustomization {

    private static final Set<String> UNDERSTOOD =
            Set.of("apiVersion", "kind", "resources", "components", "configMapGenerator", "patches");

    private final Map<String, ObjectNode> manifests = new LinkedHashMap<>();
    private final List<GeneratedConfigMap> generated = new ArrayList<>();

    private Kustomization() {}

    /** The manifests of a folder with a {@code kustomization.yaml}. */
    static List<ObjectNode> render(Path folder) {
        Kustomization whole = new Kustomization();
        whole.take(folder.normalize(), "Kustomization");
        whole.generated.forEach(map -> map.addTo(whole.manifests));
        return List.copyOf(whole.manifests.values());
    }

    private void take(Path folder, String kind) {
        ObjectNode file = read(folder.resolve("kustomization.yaml"), kind);
        file.path("resources")
                .forEach(name -> takeResource(folder.resolve(name.asText()).normalize()));
        file.path("components")
                .forEach(name -> take(folder.resolve(name.asText()).normalize(), "Component"));
        file.path("configMapGenerator").forEach(map -> GeneratedConfigMap.take(map, folder, generated));
        file.path("patches").forEach(patch -> apply(patch, folder));
    }

    private static ObjectNode read(Path file, String kind) {
        ObjectNode read = Strictly.documents(file).get(0);
        Strictly.as(io.fabric8.kubernetes.api.model.kustomize.v1beta1.Kustomization.class, read);
        read.fieldNames().forEachRemaining(name -> require(UNDERSTOOD.contains(name), file + " has " + name));
        require(read.path("kind").asText().equals(kind), file + " is no " + kind);
        return read;
    }

    private void takeResource(Path place) {
        if (Files.isDirectory(place)) {
            Kustomization other = new Kustomization();
            other.take(place, "Kustomization");
            other.manifests.values().forEach(manifest -> add(manifest, place));
            generated.addAll(other.generated);
        } else {
            Strictly.documents(place).forEach(manifest -> add(manifest, place));
        }
    }

    private void add(ObjectNode manifest, Path place) {
        require(manifests.put(key(manifest), manifest) == null, place + " has another " + key(manifest));
    }

    private void apply(JsonNode patch, Path folder) {
        JsonNode target = patch.path("target");
        String key = key(target.path("kind").asText(), target.path("name").asText());
        ObjectNode manifest = manifests.get(key);
        if (manifest == null) {
            throw new IllegalStateException(folder + " patches " + key + ", which is not there");
        }
        Path file = folder.resolve(patch.path("path").asText());
        manifests.put(key, (ObjectNode) JsonPatch.apply(Strictly.tree(file), manifest));
    }

    private static String key(JsonNode manifest) {
        return key(manifest.path("kind").asText(), manifest.at("/metadata/name").asText());
    }

    /** What a manifest is found by. */
    static String key(String kind, String name) {
        return kind + " " + name;
    }

    /** Refuses what is not understood. */
    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
