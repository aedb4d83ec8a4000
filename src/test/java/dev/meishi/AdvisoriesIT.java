package dev.meishi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bill of materials has all that is shipped, and the list of advisories is of what it has. */
class AdvisoriesIT {

    private static final Logger LOG = Logger.getLogger(AdvisoriesIT.class);

    private static final Path SBOM = Path.of("target", "quarkus-run-cyclonedx.json");
    private static final Path JARS = Path.of("target", "quarkus-app", "lib", "main");
    private static final Path LIST = Path.of("src", "docs", "advisories.md");
    private static final Path WEB_LOCK = Path.of("src", "main", "webui", "package-lock.json");

    /** Columns: advisory, component, fixed in, what it is, why it does not bite. */
    private static final Pattern ROW = Pattern.compile(
            "^\\| ((?:CVE|GHSA)-[\\w-]+) \\| ([^|]+) \\| ([\\d.]+) \\| ([^|]+) \\| ([^|]+) \\|$", Pattern.MULTILINE);

    private static final Map<String, String> SHIPPED = new HashMap<>();

    @BeforeAll
    static void read() throws IOException {
        assumeThat(SBOM).as("a native build has no bill of materials").exists();
        JsonNode components = new ObjectMapper().readTree(SBOM.toFile()).get("components");
        StreamSupport.stream(components.spliterator(), false)
                .filter(AdvisoriesIT::isAtRunTime)
                .filter(component -> component.has("group"))
                .forEach(component -> SHIPPED.put(
                        component.get("group").asText() + ":"
                                + component.get("name").asText(),
                        component.get("version").asText()));
        JsonNode packages = new ObjectMapper().readTree(WEB_LOCK.toFile()).get("packages");
        packages.properties()
                .forEach(entry -> SHIPPED.put(
                        entry.getKey().replaceFirst("^.*node_modules/", ""),
                        entry.getValue().path("version").asText()));
    }

    private static boolean isAtRunTime(JsonNode component) {
        return StreamSupport.stream(component.path("properties").spliterator(), false)
                .anyMatch(property -> property.path("name").asText().equals("quarkus:component:scope")
                        && property.path("value").asText().equals("runtime"));
    }

    @Test
    void theBillOfMaterialsHasEveryJar() throws IOException {
        List<String> listed = SHIPPED.entrySet().stream()
                .map(entry -> entry.getKey().replace(':', '.') + "-" + entry.getValue())
                .toList();
        try (Stream<Path> jars = Files.list(JARS)) {
            assertThat(jars.map(jar -> jar.getFileName().toString().replaceFirst("\\.jar$", "")))
                    .isNotEmpty()
                    .allSatisfy(jar -> assertThat(listed).anyMatch(jar::startsWith));
        }
    }

    @Test
    void allOfNettyIsOfOneVersion() {
        List<String> versions = SHIPPED.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("io.netty:"))
                // Numbered by themselves.
                .filter(entry -> !entry.getKey().startsWith("io.netty:netty-tcnative"))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();

        assertThat(versions).hasSize(1);
    }

    @Test
    void everyListedAdvisoryIsOfSomethingThatIsShippedAndNotFixedYet() throws IOException {
        List<MatchResult> rows = ROW.matcher(Files.readString(LIST)).results().toList();

        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            String component = row.group(2);
            assertThat(SHIPPED)
                    .as("%s: not shipped, delete the row", row.group(1))
                    .containsKey(component);
            assertThat(Arrays.compare(numbers(SHIPPED.get(component)), numbers(row.group(3))))
                    .as(
                            "%s: fixed in %s, shipped is %s, delete the row",
                            row.group(1), row.group(3), SHIPPED.get(component))
                    .isNegative();
            assertThat(row.group(5)).as("%s: the reason", row.group(1)).isNotBlank();
        });
        LOG.infof(
                "%d known advisories remain, %s says why each does not bite:%n%s",
                rows.size(),
                LIST,
                rows.stream()
                        .map(row -> "  %s of %s %s: %s"
                                .formatted(row.group(1), row.group(2), SHIPPED.get(row.group(2)), row.group(5)))
                        .collect(Collectors.joining("\n")));
    }

    /** {@code 4.1.137.Final} as 4, 1, 137. */
    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\."))
                .filter(part -> part.matches("\\d+"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
