package dev.meishi.execution;

import dev.meishi.memory.Share;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How operations are executed. */
@ConfigMapping(prefix = "meishi.execution")
public interface ExecutionConfig {

    /**
     * Memory for the JSON of cached objects.
     *
     * @return 4 % of the heap by default: at 160 MiB 6.4 MiB, some 4,000 contacts with every field
     */
    @WithDefault("4%")
    Share jsonCache();

    /**
     * Memory for the plans of all operations, one for each way in which an operation's conditions turn out.
     *
     * @return 4 % of the heap by default: at 160 MiB 6.4 MiB, some 120 plans of every field of a contact
     */
    @WithDefault("4%")
    Share planCache();
}
