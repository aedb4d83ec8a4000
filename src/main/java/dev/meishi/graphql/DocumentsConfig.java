package dev.meishi.graphql;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Which documents are executed, and how many are kept. */
@ConfigMapping(prefix = "meishi.documents")
public interface DocumentsConfig {

    /**
     * Memory for parsed and validated documents.
     *
     * @return 16 MiB by default, which is room for some 2,000 documents of 60 tokens
     */
    @WithDefault("16M")
    MemorySize cache();

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
         * @return 8 MiB by default
         */
        @WithDefault("8M")
        MemorySize cache();
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
