package dev.meishi.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of metrics of operations.md has every metric of the sources, and no other. */
class MetricsPageTest {

    private static final Path PAGE = Path.of("src/docs/operations.md");

    private static final Pattern SOURCE =
            Pattern.compile("(?:builder\\(|counter\\(|gauge\\(|NAME = )\\s*\"((?:meishi|http)(?:\\.[a-z]+)+)\"");

    private static final Pattern DOCUMENTED = Pattern.compile("`((?:meishi|http)_[a-z_]+)(?:\\{[a-z_,]+})?`");

    private static final Pattern UNIT = Pattern.compile("_(?:total|seconds|bytes)$");

    @Test
    void bothHaveTheSameNames() throws IOException {
        assertThat(documented()).hasSizeGreaterThan(15).isEqualTo(ofTheSources());
    }

    private static Set<String> documented() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `meishi_") || line.startsWith("| `http_"))
                .flatMap(line -> DOCUMENTED
                        .matcher(line.substring(0, line.indexOf(" | ")))
                        .results())
                .map(name -> UNIT.matcher(name.group(1)).replaceFirst("").replace("_total", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ofTheSources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(MetricsPageTest::text)
                    .filter(text -> text.contains("io.micrometer.core.instrument"))
                    .flatMap(text -> SOURCE.matcher(text).results())
                    .map(name -> name.group(1).replace('.', '_'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
