package dev.meishi.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which build the process is, and which API of LINE WORKS it calls: a metric of the value 1, for its labels. */
@Startup
@Singleton
class BuildInfo {

    /** Written by the build where there is a repository of Git. */
    private static final String REVISION = "/META-INF/meishi/git.properties";

    BuildInfo(
            MeterRegistry registry,
            @ConfigProperty(name = "quarkus.application.version") String version,
            @ConfigProperty(name = "meishi.upstream.api", defaultValue = "1.0") String api) {
        Gauge.builder("meishi.build.info", () -> 1)
                .description("1, with the version, the Git revision and the API of LINE WORKS in use")
                .tag("version", version)
                .tag("revision", revision())
                .tag("api", api)
                .strongReference(true)
                .register(registry);
    }

    private static String revision() {
        try (InputStream file = BuildInfo.class.getResourceAsStream(REVISION)) {
            Properties git = new Properties();
            if (file != null) {
                git.load(file);
            }
            return git.getProperty("git.commit.id", "unknown");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
