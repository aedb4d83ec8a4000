package dev.meishi.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether clients may read the schema. */
@ConfigMapping(prefix = "meishi.introspection")
interface IntrospectionConfig {

    /** True by default. */
    @WithDefault("true")
    boolean enabled();
}
