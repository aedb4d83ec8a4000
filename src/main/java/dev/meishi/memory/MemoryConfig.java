package dev.meishi.memory;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * How much of the heap is for what passes through. Together with the caches, which have keys of their own (15 % pages,
 * 3 % lookups, 4 % each renditions, plans and documents, 2 % automatic documents), the defaults are 75 % of the heap, which is all that
 * may be given away: at {@code -Xmx160m} 120 MiB, and 40 MiB for the program (some 25) and the collector.
 */
@Unremovable
@ConfigMapping(prefix = "meishi.memory")
public interface MemoryConfig {

    /**
     * For what callers send, from its first byte until the operation is over.
     *
     * @return 8 % of the heap by default: at 160 MiB 12.8 MiB, a hundred of the largest bodies
     */
    @WithDefault("8%")
    Share bodies();

    /**
     * For answers from the first byte written until the last is taken.
     *
     * @return 22 % of the heap by default: at 160 MiB 35 MiB, of which 9 are for answers up to 16 KiB alone and 26
     *     are as many answers of 500 contacts with every field
     */
    @WithDefault("22%")
    Share answers();

    /**
     * For answers of LINE WORKS while they are received.
     *
     * @return 10 % of the heap by default: at 160 MiB 16 MiB, twenty pages of 500 contacts at once
     */
    @WithDefault("10%")
    Share upstream();

    /**
     * For pieces of exports that are not yet taken.
     *
     * @return 3 % of the heap by default: at 160 MiB 4.8 MiB, pages of 400 contacts for six readers
     */
    @WithDefault("3%")
    Share exports();
}
