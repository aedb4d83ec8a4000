package dev.meishi.graphql;

import dev.meishi.memory.Share;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Which documents are executed, and how many are cached. */
@ConfigMapping(prefix = "meishi.documents")
public interface DocumentsConfig {

    /**
     * Memory for parsed and validated documents.
     *
     * @return 4 % of the heap by default: at 160 MiB 6.4 MiB, some 300 documents of 60 tokens
     */
    @WithDefault("4%")
    Share cache();

    /** Automatic persisted queries. */
    interface Automatic {

        /**
         * Whether clients may store documents under their hash.
         *
         * @return true by default
         */
        @WithDefault("true")
        boolean enabled();

        /**
         * Memory for their texts.
         *
         * @return 2 % of the heap by default: at 160 MiB 3.2 MiB, some 2,000 texts of 600 characters
         */
        @WithDefault("2%")
        Share cache();
    }

    /**
     * Automatic persisted queries by Apollo's protocol.
     *
     * @return settings
     */
    Automatic automatic();

    /**
     * Files of trusted documents, of Apollo's or Relay's format.
     *
     * @return none by default
     */
    Optional<List<Path>> manifests();

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
