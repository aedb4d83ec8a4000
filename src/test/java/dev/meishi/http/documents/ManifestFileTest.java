package dev.meishi.http.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link ManifestFile}: what the build tools of frontends write, or which file is wrong. */
class ManifestFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void apollosManifestIsRead() throws IOException {
        assertThat(read("""
                {
                  "format": "apollo-persisted-query-manifest",
                  "version": 1,
                  "operations": [
                    {"id": "1", "name": "A", "type": "query", "body": "query A { a }"},
                    {"id": "2", "name": "B", "type": "mutation", "body": "mutation B { b }", "clientName": null}
                  ]
                }""")).isEqualTo(Map.of("1", "query A { a }", "2", "mutation B { b }"));
    }

    @Test
    void relaysManifestIsRead() throws IOException {
        assertThat(read("{\"cb0a\": \"query A { a }\", \"ff17\": \"query 山 { b }\"}"))
                .isEqualTo(Map.of("cb0a", "query A { a }", "ff17", "query 山 { b }"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not JSON",
                "null",
                "[]",
                "[\"query A { a }\"]",
                "{}",
                "{\"1\": 2}",
                "{\"1\": null}",
                "{\"1\": {\"body\": \"{ a }\"}}",
                "{\"1\": \"{ a }\", \"1\": \"{ b }\"}",
                "{\"1\": \"{ a }\"} trailing",
                "{\"format\": \"other\", \"version\": 1, \"operations\": []}",
                "{\"format\": \"apollo-persisted-query-manifest\", \"operations\": []}",
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 2, \"operations\": []}",
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": \"1\", \"operations\": []}",
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 1}",
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 1, \"operations\": []}",
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 1, \"operations\": {}}",
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 1, \"operations\": [1]}",
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 1, \"operations\": [null]}",
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 1, \"operations\": [{\"id\": \"1\"}]}",
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 1, \"operations\": [{\"body\": \"{a}\"}]}",
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 1, \"operations\": [{\"id\": 1, \"body\": \"{a}\"}]}",
            })
    void aBrokenFileNamesItself(String content) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("must name files of documents")
                .hasMessageContaining(file().toString());
    }

    @Test
    void aFileThatIsNotUtf8NamesItself() throws IOException {
        Files.write(file(), "{\"1\": \"{ é }\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> ManifestFile.read(file()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(file().toString());
    }

    @Test
    void aFileThatIsMissingOrAFolderNamesItself() {
        assertThatThrownBy(() -> ManifestFile.read(file()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(file().toString());
        assertThatThrownBy(() -> ManifestFile.read(folder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(folder.toString());
    }

    private Map<String, String> read(String content) throws IOException {
        Files.writeString(file(), content);
        return ManifestFile.read(file());
    }

    private Path file() {
        return folder.resolve("manifest.json");
    }
}
