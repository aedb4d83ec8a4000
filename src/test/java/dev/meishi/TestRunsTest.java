package dev.meishi;

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

/** Tests with a JVM of their own run in it, and none is left out: pom.xml names the very classes that have its tag. */
class TestRunsTest {

    private static final Pattern RUN =
            Pattern.compile("<groups>(\\w+)</groups>\\s*<includes>(.*?)</includes>", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("<include>\\*\\*/(\\w+)\\.java</include>");
    private static final Pattern TAGGED = Pattern.compile("@Tag\\(\"(\\w+)\"\\)");

    @Test
    void everyTaggedClassIsNamedByTheRunOfItsTag() throws IOException {
        Set<String> named = new TreeSet<>();
        RUN.matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .forEach(run -> CLASS.matcher(run.group(2))
                        .results()
                        .forEach(one -> named.add(run.group(1) + " " + one.group(1))));

        assertThat(named).isNotEmpty().isEqualTo(tagged());
    }

    private static Set<String> tagged() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(TestRunsTest::tags)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> tags(Path file) {
        try {
            String name = String.valueOf(file.getFileName()).replace(".java", "");
            return TAGGED.matcher(Files.readString(file)).results().map(tag -> tag.group(1) + " " + name);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
