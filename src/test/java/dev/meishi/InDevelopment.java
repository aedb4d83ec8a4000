package dev.meishi;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The settings of {@code quarkus:dev}, its caches too: what somebody sees who follows the README. */
public final class InDevelopment implements QuarkusTestProfile {

    private static final String PREFIX = "%dev.meishi.";

    /** As they are where no test switches them off. */
    private static final Map<String, String> CACHES = Map.of(
            "meishi.page-cache.fresh", "30s",
            "meishi.page-cache.stale-while-revalidate", "5m",
            "meishi.page-cache.stale-if-error", "1h");

    @Override
    public Map<String, String> getConfigOverrides() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> settings = properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .collect(Collectors.toMap(name -> name.substring("%dev.".length()), properties::getProperty));
        settings.putAll(CACHES);
        return settings;
    }
}
