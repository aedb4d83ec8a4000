package dev.meishi.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether GraphiQL is served. */
@ConfigMapping(prefix = "meishi.graphiql")
interface GraphiqlConfig {

    /** Where the simulator is, it is on in {@code application.properties}. */
    @WithDefault("false")
    boolean enabled();
}
