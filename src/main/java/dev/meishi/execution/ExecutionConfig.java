package dev.meishi.execution;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How operations are executed. */
@ConfigMapping(prefix = "meishi.execution")
public interface ExecutionConfig {

    /**
     * Memory for the JSON of what is kept and asked for again.
     *
     * @return 16 MiB by default, which is room for some 10,000 contacts with every field
     */
    @WithDefault("16M")
    MemorySize renditions();

    /**
     * Memory for the plans of all operations, one for each way in which an operation's conditions turn out.
     *
     * @return 16 MiB by default, which is room for some 300 plans of every field of a contact
     */
    @WithDefault("16M")
    MemorySize plans();
}
