package dev.meishi.tracing;

import dev.meishi.settings.CheckedBy;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether operations are traced, and where their spans go. */
@ConfigMapping(prefix = "meishi.tracing")
@CheckedBy(TracingCheck.class)
public interface TracingConfig {

    /**
     * Whether there are spans.
     *
     * @return false by default
     */
    @WithDefault("false")
    boolean enabled();

    /**
     * Where spans are sent to, by OTLP over HTTP with Protobuf.
     *
     * @return the whole URL, by default of a collector on the same machine
     */
    @WithDefault("http://localhost:4318/v1/traces")
    String endpoint();

    /**
     * Which part of the requests without a {@code traceparent} is traced; one with it is traced if its sampled flag is set.
     *
     * @return from 0 for none to 1 for all, which is the default
     */
    @WithDefault("1")
    double ratio();

    /**
     * Spans that may wait for being sent; further ones are dropped, and counted.
     *
     * @return 512 to 100,000; 2,048 by default, some 3 MB
     */
    @WithDefault("2048")
    int queue();
}
