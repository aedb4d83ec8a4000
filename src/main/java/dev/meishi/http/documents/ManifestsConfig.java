package dev.meishi.http.documents;

import dev.meishi.settings.CheckedBy;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which documents are executed. */
@CheckedBy(ManifestsCheck.class)
@ConfigMapping(prefix = "meishi.documents")
public interface ManifestsConfig {

    /**
     * Files of trusted documents, of Apollo's or Relay's format.
     *
     * @return none by default
     */
    Optional<List<Path>> manifests();

    /**
     * How often the files are looked at for changes; never at zero.
     *
     * @return five seconds by default
     */
    @WithDefault("5s")
    Duration manifestCheck();

    /**
     * What becomes of documents that are in no manifest.
     *
     * @return {@code any} by default
     */
    @WithDefault("any")
    Trust trust();

    /** What becomes of documents that are in no manifest. */
    enum Trust {
        /** They are executed. */
        ANY,
        /** They are executed, and logged. */
        LOG,
        /** They are refused. */
        ONLY
    }
}
