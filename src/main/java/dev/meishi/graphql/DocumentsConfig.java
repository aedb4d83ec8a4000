package dev.meishi.graphql;

import dev.meishi.memory.Share;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many documents are cached. */
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
}
