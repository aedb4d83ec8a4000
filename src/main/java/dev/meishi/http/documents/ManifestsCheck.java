package dev.meishi.http.documents;

import dev.meishi.http.documents.ManifestsConfig.Trust;
import dev.meishi.settings.Ranges;
import dev.meishi.settings.SettingsCheck;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Checks that the manifests can be read, and that there are documents if they are to be trusted. */
@RegisterForReflection(fields = false)
public final class ManifestsCheck implements SettingsCheck<ManifestsConfig> {

    @Override
    public void check(ManifestsConfig config, Mistakes mistakes) {
        Ranges.of("meishi.documents", mistakes)
                .within("manifest-check", config.manifestCheck(), Duration.ZERO, Ranges.DAY);
        List<Path> manifests = config.manifests().orElse(List.of());
        for (Path file : manifests) {
            try {
                ManifestFile.read(file);
            } catch (ConfigurationException unreadable) {
                mistakes.add("meishi.documents.manifests", String.valueOf(unreadable.getMessage()));
            }
        }
        if (config.trust() != Trust.ANY && manifests.isEmpty()) {
            mistakes.add(
                    "meishi.documents.trust",
                    "must be any without meishi.documents.manifests, found "
                            + config.trust().name().toLowerCase(Locale.ROOT));
        }
    }
}
