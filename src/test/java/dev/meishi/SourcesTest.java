package dev.meishi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That a class is read in a minute, and that names have one style. */
class SourcesTest {

    private static final Path MAIN = Path.of("src/main/java");

    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern METHOD = Pattern.compile("\\bvoid (\\w+)\\(");

    private static final int MAX_LINES = 250;
    private static final int MAX_MEDIAN = 70;

    @Test
    void noSourceFileHasMoreThan250Lines() throws IOException {
        assertThat(lines()).allSatisfy((file, lines) -> assertThat(lines).isLessThanOrEqualTo(MAX_LINES));
    }

    @Test
    void halfOfTheSourceFilesHaveFewerThan70Lines() throws IOException {
        int[] sorted =
                lines().values().stream().mapToInt(Integer::intValue).sorted().toArray();

        assertThat(sorted.length).isGreaterThan(100);
        assertThat(sorted[sorted.length / 2]).isLessThan(MAX_MEDIAN);
    }

    /** One word for one thing, the field's: cached, again, client; the public key {@code kept} of a plan is older than that. */
    @Test
    void codeAndMessagesHaveTheWordsOfTheField() throws IOException {
        Pattern dialect = Pattern.compile(
                "\\b(kept|anew|at hand|taken in|whoever|so many|so much is|(is|was) made of it|much is made of"
                        + "|who (asks|leaves|reads|comes)|comes? to nothing|come to its end|of what is asked|oftener"
                        + "|for ever|but for|on its own account|(made|minted) by this gateway)\\b",
                Pattern.CASE_INSENSITIVE);
        Set<String> allowed = Set.of("UpstreamPlan.java: kept");

        List<String> found = new ArrayList<>();
        for (Path file : lines().keySet()) {
            String text = Files.readString(file).replaceAll("\\s*\\R\\s*(\\*|//)?\\s*", " ");
            dialect.matcher(text)
                    .results()
                    .map(match -> file.getFileName() + ": " + match.group())
                    .filter(word -> !allowed.contains(word))
                    .forEach(found::add);
        }
        assertThat(found).isEmpty();
    }

    @Test
    void testMethodsAreNamedInCamelCase() throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                assertThat(METHOD.matcher(Files.readString(file)).results().map(method -> method.group(1)))
                        .as(file.toString())
                        .noneMatch(name -> name.contains("_"));
            }
        }
    }

    private static Map<Path, Integer> lines() throws IOException {
        Map<Path, Integer> lines = new TreeMap<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                lines.put(file, Files.readAllLines(file).size());
            }
        }
        return lines;
    }
}
