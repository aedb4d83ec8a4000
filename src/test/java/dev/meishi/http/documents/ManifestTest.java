package dev.meishi.http.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link Manifest}: when a file is read again. */
class ManifestTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LONG_AGO = NOW.minusSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("manifest.json");
    }

    @Test
    void aFileThatHasNotChangedIsNotRead() throws IOException {
        Manifest manifest = of("{\"1\": \"{ a }\"}", LONG_AGO);
        FileTime time = Files.getLastModifiedTime(file);
        Files.writeString(file, "{\"1\": \"{ b }\"}");
        Files.setLastModifiedTime(file, time);

        assertThat(manifest.look())
                .as("read in spite of the same time and length")
                .isFalse();
    }

    @Test
    void aFileThatHasChangedIsRead() throws IOException {
        Manifest manifest = of("{\"1\": \"{ a }\"}", LONG_AGO);

        write("{\"1\": \"{ b }\"}", LONG_AGO.plusSeconds(1));

        assertThat(manifest.look()).isTrue();
        assertThat(manifest.texts()).isEqualTo(Map.of("1", "{ b }"));
        assertThat(manifest.look()).isFalse();
    }

    @Test
    void aSecondChangeWithinAStepOfTheClockIsSeen() throws IOException {
        Manifest manifest = of("{\"1\": \"{ a }\"}", NOW);
        write("{\"1\": \"{ b }\"}", NOW);

        assertThat(manifest.look()).isTrue();
        assertThat(manifest.texts()).isEqualTo(Map.of("1", "{ b }"));
        assertThat(manifest.look()).as("the same documents once more").isFalse();
    }

    @Test
    void aBadFileIsToldOnceAndKeepsTheDocuments() throws IOException {
        Manifest manifest = of("{\"1\": \"{ a }\"}", LONG_AGO);

        write("{\"1\": ", NOW);
        assertThatThrownBy(manifest::look)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(file.toString());
        assertThat(manifest.look()).isFalse();
        assertThat(manifest.texts()).isEqualTo(Map.of("1", "{ a }"));

        write("{\"1\": \"{ a }\", \"2\": \"{ b }\"}", NOW.plusSeconds(1));
        assertThat(manifest.look()).isTrue();
        assertThat(manifest.texts()).hasSize(2);
    }

    @Test
    void aFileThatIsGoneIsToldOnceAndReadWhenItIsBack() throws IOException {
        Manifest manifest = of("{\"1\": \"{ a }\"}", LONG_AGO);

        Files.delete(file);
        assertThatThrownBy(manifest::look).isInstanceOf(ConfigurationException.class);
        assertThat(manifest.look()).isFalse();
        assertThat(manifest.texts()).hasSize(1);

        write("{\"2\": \"{ b }\"}", LONG_AGO);
        assertThat(manifest.look()).isTrue();
        assertThat(manifest.texts()).isEqualTo(Map.of("2", "{ b }"));
    }

    /** The files of a volume are links into a folder that is a link itself, and only that is replaced. */
    @Test
    void aVolumeOfKubernetesIsReadWhenItsLinkLeadsElsewhere() throws IOException {
        version("..1", "{\"1\": \"{ a }\"}");
        version("..2", "{\"1\": \"{ b }\"}");
        Path data = folder.resolve("..data");
        Files.createSymbolicLink(data, Path.of("..1"));
        Files.createSymbolicLink(file, Path.of("..data", "manifest.json"));
        Manifest manifest = new Manifest(file, at(NOW));
        assertThat(manifest.look()).isFalse();

        Path next = folder.resolve("..data_tmp");
        Files.createSymbolicLink(next, Path.of("..2"));
        Files.move(next, data, StandardCopyOption.ATOMIC_MOVE);

        assertThat(manifest.look()).isTrue();
        assertThat(manifest.texts()).isEqualTo(Map.of("1", "{ b }"));
    }

    private void version(String name, String content) throws IOException {
        Path version = Files.createDirectory(folder.resolve(name)).resolve("manifest.json");
        Files.writeString(version, content);
        Files.setLastModifiedTime(version, FileTime.from(LONG_AGO));
    }

    private Manifest of(String content, Instant modified) throws IOException {
        write(content, modified);
        return new Manifest(file, at(NOW));
    }

    private void write(String content, Instant modified) throws IOException {
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(modified));
    }

    private static Clock at(Instant moment) {
        return Clock.fixed(moment, ZoneOffset.UTC);
    }
}
