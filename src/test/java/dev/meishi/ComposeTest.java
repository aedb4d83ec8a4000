package dev.meishi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.lineworks.UpstreamConfig;
import dev.meishi.sandbox.SandboxConfig;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The file for Docker Compose sets what it says, by variables that mean something. */
class ComposeTest {

    private static final Path FILE = Path.of("src", "main", "docker", "compose.yaml");
    private static final Pattern VARIABLE = Pattern.compile("^ {6}([A-Z_0-9]+): \"(.*)\"$", Pattern.MULTILINE);
    private static final Pattern KEY = Pattern.compile("`((?:meishi|quarkus)\\.[a-z0-9.-]+)[`=]");

    @Test
    void everyVariableIsThatOfADocumentedSetting() throws IOException {
        assertThat(KEY.matcher(Docs.all()).results().map(key -> variable(key.group(1))))
                .containsAll(variables().keySet());
    }

    @Test
    void itIsTheSimulatorWithTheApiOfDevelopmentForADevServer() throws IOException {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(variables(), 300))
                .addDiscoveredConverters()
                .withMapping(SandboxConfig.class)
                .withMapping(UpstreamConfig.class)
                .withValidateUnknown(false)
                .build();

        assertThat(config.getConfigMapping(SandboxConfig.class).enabled()).isTrue();
        Map<String, String> development = new InDevelopment().getConfigOverrides();
        for (String key : new String[] {"meishi.upstream.api", "meishi.upstream.scope"}) {
            assertThat(config.getValue(key, String.class)).isEqualTo(development.get(key));
        }
        assertThat(config.getValue("quarkus.http.cors.enabled", Boolean.class)).isTrue();
        assertThat(config.getValue("quarkus.http.cors.origins", String.class)).isEqualTo("http://localhost:5173");
    }

    private static Map<String, String> variables() throws IOException {
        return VARIABLE.matcher(Files.readString(FILE))
                .results()
                .collect(Collectors.toMap(variable -> variable.group(1), variable -> variable.group(2)));
    }

    private static String variable(String key) {
        return key.replaceAll("[^a-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
