package dev.meishi.http.documents;

import dev.meishi.http.body.StrictJson;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of trusted documents as frontends' build tools write it. Two formats are read: Apollo's persisted query
 * manifest, version 1 ({@code operations} with {@code id} and {@code body}), and Relay's, an object of texts by their ids.
 */
final class ManifestFile {

    private static final String APOLLO = "apollo-persisted-query-manifest";

    private ManifestFile() {}

    /**
     * Reads a file.
     *
     * @param file path
     * @return texts by id
     * @throws ConfigurationException if it cannot be read, is of neither format, or has no document; says which file
     */
    static Map<String, String> read(Path file) {
        Map<String, Object> root;
        try {
            root = StrictJson.object(StrictJson.utf8(Files.readAllBytes(file), file.toString()), file.toString());
        } catch (IOException | RuntimeException unreadable) {
            throw new ConfigurationException(
                    "must name files of documents, found " + file + ", which cannot be read: "
                            + unreadable.getMessage(),
                    unreadable);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        if (root != null && root.containsKey("format")) {
            apollo(root, file, texts);
        } else if (root != null) {
            root.forEach((id, text) -> add(texts, id, text, file));
        }
        if (texts.isEmpty()) {
            throw new ConfigurationException(
                    "must name files of documents, found " + file + ", which has no documents");
        }
        return texts;
    }

    private static void apollo(Map<String, Object> root, Path file, Map<String, String> texts) {
        if (!APOLLO.equals(root.get("format")) || !Integer.valueOf(1).equals(root.get("version"))) {
            throw new ConfigurationException("must name files of documents, found " + file + ", which has the format "
                    + root.get("format") + ", version " + root.get("version") + "; supported are " + APOLLO
                    + ", version 1, and Relay's");
        }
        if (root.get("operations") instanceof Collection<?> operations) {
            for (Object operation : operations) {
                Map<?, ?> entry = operation instanceof Map<?, ?> map ? map : Map.of();
                add(texts, entry.get("id"), entry.get("body"), file);
            }
        }
    }

    private static void add(Map<String, String> texts, @Nullable Object id, @Nullable Object text, Path file) {
        if (!(id instanceof String key) || !(text instanceof String document)) {
            throw new ConfigurationException(
                    "must name files of documents, found " + file + ", which has an entry without id or text: " + id);
        }
        texts.put(key, document);
    }
}
