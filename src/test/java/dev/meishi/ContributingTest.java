package dev.meishi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The picture and the table of packages in contributing.md are of the packages and types that there are. */
class ContributingTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "meishi");

    /** A package, or none where it is that of the line above; one type or two; what they do. */
    private static final Pattern STEP =
            Pattern.compile("^    ([a-z]*) +([A-Z]\\w+)(?:, ([A-Z]\\w+))? {2,}\\S.*$", Pattern.MULTILINE);

    private static final Pattern PACKAGE_ROW = Pattern.compile("^\\| (`[a-z]+`(?:, `[a-z]+`)*) \\|", Pattern.MULTILINE);

    private static String page;

    @BeforeAll
    static void read() throws IOException {
        page = Docs.page("contributing.md");
    }

    @Test
    void theTypesOnThePathOfARequestAreInTheirPackages() throws IOException {
        List<MatchResult> steps =
                STEP.matcher(section("The path of a request")).results().toList();

        assertThat(steps).hasSizeGreaterThan(20);
        String in = "";
        for (MatchResult step : steps) {
            in = step.group(1).isEmpty() ? in : step.group(1);
            Set<String> types = types(in);
            assertThat(types).as(step.group()).contains(step.group(2));
            if (step.group(3) != null) {
                assertThat(types).as(step.group()).contains(step.group(3));
            }
        }
    }

    @Test
    void everyLineOfThePictureIsAStep() {
        List<String> picture = section("The path of a request")
                .lines()
                .filter(line -> line.startsWith("    "))
                .toList();

        assertThat(picture).allSatisfy(line -> assertThat(line).matches(STEP));
    }

    @Test
    void everyPackageHasItsRow() throws IOException {
        List<String> rows = PACKAGE_ROW
                .matcher(section("Packages"))
                .results()
                .flatMap(row -> Stream.of(row.group(1).replace("`", "").split(", ")))
                .toList();

        try (Stream<Path> folders = Files.list(SOURCES)) {
            assertThat(rows)
                    .containsExactlyInAnyOrderElementsOf(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .toList());
        }
    }

    private static String section(String heading) {
        int from = page.indexOf("\n## " + heading + "\n");
        return page.substring(from, page.indexOf("\n## ", from + 1));
    }

    /** In a package and those below it. */
    private static Set<String> types(String in) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES.resolve(in))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - 5))
                    .collect(Collectors.toSet());
        }
    }
}
