package dev.meishi.http;

import io.smallrye.config.SmallRyeConfig;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What holds for a connection before it has a request.
 *
 * @param headTimeout    how long the head of a request may take
 * @param maxConnections how many connections may be open at once
 */
record ConnectionLimits(Duration headTimeout, int maxConnections) {

    /** The framework's own key; it counts a connection only from its first whole head on, see {@link Acceptor}. */
    private static final String MAX_CONNECTIONS = "quarkus.http.limits.max-connections";

    static ConnectionLimits configured() {
        SmallRyeConfig config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
        return new ConnectionLimits(
                config.getConfigMapping(HttpConfig.class).headTimeout(),
                config.getOptionalValue(MAX_CONNECTIONS, Integer.class)
                        .filter(max -> max > 0)
                        .orElse(Integer.MAX_VALUE));
    }
}
