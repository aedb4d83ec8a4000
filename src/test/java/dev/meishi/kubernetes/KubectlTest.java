package dev.meishi.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where there is a kubectl, kustomize itself makes of each overlay what {@link Kustomization} makes of it. No cluster is needed. */
class KubectlTest {

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production", "production-monitored", "production-traced"})
    void rendersWhatTheOtherTestsRead(String name) throws IOException, InterruptedException {
        assumeTrue(isInstalled(), "There is no kubectl on the PATH.");
        Path output = Files.createTempFile("overlay", ".yaml");
        Path errors = Files.createTempFile("overlay", ".log");
        Process kubectl = new ProcessBuilder(
                        "kubectl", "kustomize", Overlay.folder(name).toString())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();

        assertThat(kubectl.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(kubectl.exitValue()).as(Files.readString(errors)).isZero();
        assertThat(errors).as("warnings").isEmptyFile();
        List<ObjectNode> theirs = Strictly.documents(output);
        assertThat(theirs).isNotEmpty().containsExactlyInAnyOrderElementsOf(Kustomization.render(Overlay.folder(name)));
    }

    private static boolean isInstalled() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    }
}
