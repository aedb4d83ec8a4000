package dev.meishi.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A ConfigMap that kustomize makes of files, with a hash of its contents at the end of its name. */
final class GeneratedConfigMap {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Fields of a pod that name a ConfigMap. */
    private static final Set<String> REFERENCES = Set.of("configMapRef", "configMapKeyRef", "configMap");

    private static final Set<String> UNDERSTOOD = Set.of("name", "behavior", "envs", "files", "options");
    private static final Set<String> OPTIONS = Set.of("labels", "disableNameSuffixHash");

    private final String name;
    private final Map<String, String> data = new TreeMap<>();
    private final JsonNode options;

    private GeneratedConfigMap(String name, JsonNode options) {
        this.name = name;
        this.options = options;
    }

    /** Makes the one that an element of {@code configMapGenerator} describes, or merges it into that of the same name. */
    static void take(JsonNode described, Path folder, List<GeneratedConfigMap> all) {
        described.fieldNames().forEachRemaining(field -> Kustomization.require(UNDERSTOOD.contains(field), field));
        JsonNode options = described.path("options");
        options.fieldNames().forEachRemaining(field -> Kustomization.require(OPTIONS.contains(field), field));
        String name = described.path("name").asText();
        String behavior = described.path("behavior").asText("create");
        List<GeneratedConfigMap> there =
                all.stream().filter(map -> map.name.equals(name)).toList();
        Kustomization.require(
                there.size() == (behavior.equals("merge") ? 1 : 0), behavior + " of " + name + " in " + folder);
        GeneratedConfigMap map = there.isEmpty() ? new GeneratedConfigMap(name, options) : there.get(0);
        if (there.isEmpty()) {
            all.add(map);
        }
        described.path("envs").forEach(file -> map.addVariables(folder.resolve(file.asText())));
        described.path("files").forEach(file -> map.addFile(file.asText(), folder));
    }

    private void addVariables(Path file) {
        for (String line : text(file).lines().map(String::stripLeading).toList()) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                int end = line.indexOf('=');
                Kustomization.require(end > 0, file + ": " + line);
                data.put(line.substring(0, end), line.substring(end + 1));
            }
        }
    }

    private void addFile(String described, Path folder) {
        int end = described.indexOf('=');
        Kustomization.require(end > 0, described);
        data.put(described.substring(0, end), text(folder.resolve(described.substring(end + 1))));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Adds it to manifests, and has those that name it name it as it is called now. */
    void addTo(Map<String, ObjectNode> manifests) {
        String called = options.path("disableNameSuffixHash").asBoolean() ? name : name + "-" + hash();
        manifests.values().forEach(manifest -> rename(manifest, called));
        ObjectNode map = JsonNodeFactory.instance.objectNode().put("apiVersion", "v1");
        map.put("kind", "ConfigMap");
        map.putObject("metadata").put("name", called).set("labels", options.path("labels"));
        map.set("data", JSON.valueToTree(data));
        manifests.put(Kustomization.key("ConfigMap", called), map);
    }

    private void rename(JsonNode within, String called) {
        within.properties().forEach(field -> {
            if (REFERENCES.contains(field.getKey())
                    && field.getValue().path("name").asText().equals(name)) {
                ((ObjectNode) field.getValue()).put("name", called);
            }
        });
        within.forEach(child -> rename(child, called));
    }

    /** As kustomize makes it: of the JSON, without a name, and without digits and vowels that could make a word. */
    private String hash() {
        try {
            byte[] json = JSON.writeValueAsBytes(new TreeMap<>(Map.of("kind", "ConfigMap", "name", "", "data", data)));
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(json))
                    .substring(0, 10);
            return digest.replace('0', 'g')
                    .replace('1', 'h')
                    .replace('3', 'k')
                    .replace('a', 'm')
                    .replace('e', 't');
        } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
