package dev.meishi.lineworks;

import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.Optional;

/** Which LINE WORKS is called, on which everything depends that is set for one of them. */
public interface UpstreamChoice {

    /** {@code meishi.sandbox.enabled}. */
    @WithName("sandbox.enabled")
    @WithDefault("false")
    boolean isSandbox();

    /** {@code meishi.upstream.api}. */
    @WithName("upstream.api")
    @WithDefault(UpstreamApi.DEFAULT)
    String api();

    /** {@code meishi.upstream.url}. */
    @WithName("upstream.url")
    Optional<String> url();
}
