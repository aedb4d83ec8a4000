package dev.meishi.kubernetes;

import dev.meishi.settings.SettingsValidator;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.management.ManagementConfig;
import io.quarkus.vertx.http.runtime.management.ManagementInterfaceBuildTimeConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings that the gateway has in production, by the mappings in its code and its {@code application.properties}. */
final class Settings {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path PROPERTIES = Path.of("src", "main", "resources", "application.properties");
    private static final List<Class<?>> MAPPINGS = mappings();

    /** By which Quarkus is told of a profile. */
    static final String PROFILE = "QUARKUS_PROFILE";

    private Settings() {}

    /** The configuration with these variables of the environment; refused if it has a mistake. */
    static SmallRyeConfig of(Map<String, String> variables) {
        SmallRyeConfigBuilder builder = builder(variables.getOrDefault(PROFILE, "prod"))
                .withSources(new EnvConfigSource(variables, 300))
                .withValidator(new SettingsValidator());
        MAPPINGS.forEach(builder::withMapping);
        return builder.build();
    }

    /** Variables of the environment, as expressions: {@code MEISHI_CALLERS_.+_REFRESH}. */
    static Set<Pattern> variables() {
        return Stream.concat(
                        Stream.of("quarkus.profile"),
                        MAPPINGS.stream()
                                .flatMap(mapping ->
                                        ConfigMappings.getProperties(ConfigClass.configClass(mapping))
                                                .keySet()
                                                .stream()))
                .map(key -> Pattern.compile(key.replaceAll("[^a-z0-9*]", "_")
                        .toUpperCase(Locale.ROOT)
                        .replace("*", ".+")))
                .collect(Collectors.toSet());
    }

    /** Where clients connect. */
    static int port() {
        return builder()
                .withMapping(VertxHttpConfig.class)
                .build()
                .getConfigMapping(VertxHttpConfig.class)
                .port();
    }

    /** Where health and metrics are. */
    static int managementPort() {
        return builder()
                .withMapping(ManagementConfig.class)
                .build()
                .getConfigMapping(ManagementConfig.class)
                .port();
    }

    /** Whether that is another port at all. */
    static boolean isManagementApart() {
        return builder()
                .withMapping(ManagementInterfaceBuildTimeConfig.class)
                .build()
                .getConfigMapping(ManagementInterfaceBuildTimeConfig.class)
                .enabled();
    }

    private static SmallRyeConfigBuilder builder() {
        return builder("prod");
    }

    private static SmallRyeConfigBuilder builder(String profile) {
        try {
            return new SmallRyeConfigBuilder()
                    .addDiscoveredConverters()
                    .addDefaultInterceptors()
                    .withProfile(profile)
                    .withValidateUnknown(false)
                    // What Quarkus and the JVM add when they start.
                    .withDefaultValue("quarkus.http.host", "0.0.0.0")
                    .withDefaultValue("quarkus.management.host", "0.0.0.0")
                    .withDefaultValue("java.io.tmpdir", "/tmp")
                    .withSources(new PropertiesConfigSource(PROPERTIES.toUri().toURL()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Class<?>> mappings() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(Settings::mentionsAMapping)
                    .<Class<?>>map(Settings::type)
                    .filter(type -> type.isAnnotationPresent(ConfigMapping.class))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean mentionsAMapping(Path file) {
        try {
            return file.toString().endsWith(".java") && Files.readString(file).contains("@ConfigMapping(");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Class<?> type(Path file) {
        String path = SOURCES.relativize(file).toString();
        try {
            return Class.forName(
                    path.substring(0, path.length() - ".java".length()).replace('/', '.'));
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
