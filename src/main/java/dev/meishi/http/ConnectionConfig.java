package dev.meishi.http;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a connection is held to, whatever its requests are for. No bean has it injected, and yet it must be there. */
@Unremovable
@ConfigMapping(prefix = "meishi.http")
public interface ConnectionConfig {

    /**
     * How long a client may take for a request line and its headers, from the first byte to the empty line.
     *
     * @return 10 seconds by default: a head is a packet or two, and the slowest of mobile networks send those in one
     */
    @WithDefault("10s")
    Duration headTimeout();
}
