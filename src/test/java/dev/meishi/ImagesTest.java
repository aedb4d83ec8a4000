package dev.meishi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The images that Jib builds are those of the Dockerfiles. */
class ImagesTest {

    /** The extension has this for a binary, whatever {@code quarkus.jib.working-directory} says. */
    private static final String FOLDER_OF_BINARY = "/work";

    private static final Properties SETTINGS = new Properties();

    @BeforeAll
    static void read() throws IOException {
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            SETTINGS.load(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "native"})
    void bothHaveOneUserOneFolderAndOneSetOfPorts(String kind) throws IOException {
        String file = dockerfile(kind);
        String folder =
                kind.equals("native") ? FOLDER_OF_BINARY : SETTINGS.getProperty("quarkus.jib.working-directory");

        assertThat(file)
                .contains("\nUSER " + SETTINGS.getProperty("quarkus.jib.user") + "\n")
                .contains("\nWORKDIR " + folder + "\n")
                .contains(
                        "\nEXPOSE " + SETTINGS.getProperty("quarkus.jib.ports").replace(',', ' ') + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "native"})
    void bothStartTheProgramWithTheSameOptions(String kind) throws IOException {
        String entrypoint = dockerfile(kind)
                .lines()
                .filter(line -> line.startsWith("ENTRYPOINT"))
                .findFirst()
                .orElseThrow();
        String options = Pattern.compile("\"(-XX:[^\"]+)\"")
                .matcher(entrypoint)
                .results()
                .map(MatchResult::group)
                .map(option -> option.substring(1, option.length() - 1))
                .filter(option -> !option.startsWith("-XX:AOTCache"))
                .collect(Collectors.joining(","));

        assertThat(SETTINGS.getProperty("quarkus.jib." + kind + "-arguments")).isEqualTo(options);
    }

    @Test
    void bothHaveOneBaseByItsDigest() throws IOException {
        String base = SETTINGS.getProperty("quarkus.jib.base-jvm-image");

        assertThat(base).contains("@sha256:");
        assertThat(dockerfile("jvm")).contains("\nFROM " + base + " ");
    }

    private static String dockerfile(String kind) throws IOException {
        return Files.readString(Path.of("src/main/docker/Dockerfile." + kind));
    }
}
