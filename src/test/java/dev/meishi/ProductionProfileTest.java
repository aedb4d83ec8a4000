package dev.meishi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.settings.Key;
import dev.meishi.settings.Keys;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The documentation's table of what is closed as packaged, and by the profile {@code production}, is what holds. */
class ProductionProfileTest {

    private static final Path PROPERTIES = Path.of("src", "main", "resources", "application.properties");

    private static final Pattern ROW = Pattern.compile(
            "^\\| [^|`]+(?:\\([^|]+\\))?[^|`]* \\| `([a-z.\"-]+)` \\| (`[a-zA-Z]+`|–) \\| (`[a-zA-Z]+`|–) \\|$",
            Pattern.MULTILINE);

    /** Of Quarkus, which says nothing of them here. */
    private static final Map<String, String> OF_QUARKUS = Map.of("quarkus.http.cors.enabled", "false");

    @Test
    void eachRowIsWhatHolds() throws IOException {
        List<MatchResult> rows = rows();

        assertThat(rows).hasSize(13);
        for (MatchResult row : rows) {
            assertThat(row.group(2)).as(row.group(1)).isEqualTo(shown("prod", row.group(1)));
            assertThat(row.group(3)).as(row.group(1)).isEqualTo(shown("production", row.group(1)));
        }
    }

    @Test
    void eachKeyOfTheProfileIsInTheTable() throws IOException {
        assertThat(new PropertiesConfigSource(PROPERTIES.toUri().toURL())
                        .getPropertyNames().stream()
                                .filter(name -> name.startsWith("%production."))
                                .map(name -> name.substring("%production.".length())))
                .isNotEmpty()
                .isSubsetOf(rows().stream().map(row -> row.group(1)).toList());
    }

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(Docs.all()).results().toList();
    }

    private static String shown(String profile, String key) throws IOException {
        Map<String, String> defaults = Keys.all().stream()
                .filter(one -> !one.byDefault().isEmpty())
                .collect(Collectors.toMap(
                        one -> one.name().replace("<class>", "default"),
                        Key::byDefault,
                        (one, same) -> one,
                        () -> new TreeMap<>(OF_QUARKUS)));
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withProfile(profile)
                .withDefaultValues(defaults)
                .withSources(new PropertiesConfigSource(PROPERTIES.toUri().toURL()))
                .build();
        String value = config.getConfigValue(key).getValue();
        return value == null ? "–" : "`" + value + "`";
    }
}
