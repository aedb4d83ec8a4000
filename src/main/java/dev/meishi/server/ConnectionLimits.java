package dev.meishi.server;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.SmallRyeConfig;
import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What holds for a connection before it has a request.
 *
 * @param headTimeout    how long the head of a request may take
 * @param maxConnections how many connections of a server may be open at once
 * @param maxOfAnAddress how many of them may come from one address
 * @param head           how long a request line and the headers may be
 */
record ConnectionLimits(Duration headTimeout, int maxConnections, int maxOfAnAddress, HttpServerOptions head) {

    private static final String LIMITS = "quarkus.http.limits.";

    /** With nothing else limited than by Vert.x itself. */
    ConnectionLimits(Duration headTimeout, int maxConnections) {
        this(headTimeout, maxConnections, Integer.MAX_VALUE, new HttpServerOptions());
    }

    static ConnectionLimits configured() {
        return from(ConfigProvider.getConfig().unwrap(SmallRyeConfig.class));
    }

    /**
     * As a configuration has them.
     *
     * @throws IllegalStateException if it has HTTP/2, for which they do not hold
     */
    static ConnectionLimits from(SmallRyeConfig config) {
        if (config.getOptionalValue("quarkus.http.http2", Boolean.class).orElse(true)) {
            throw new IllegalStateException("quarkus.http.http2 must be false: limits of connections, heads and bodies"
                    + " hold for HTTP/1.1 only. Let the proxy in front speak HTTP/2.");
        }
        ConnectionsConfig connections = config.getConfigMapping(ConnectionsConfig.class);
        return new ConnectionLimits(
                connections.headTimeout(),
                number(config, "max-connections", Integer.MAX_VALUE),
                connections.connectionsPerAddress().orElse(Integer.MAX_VALUE),
                head(config));
    }

    /** The framework's own keys, and what it has where they are not set. */
    private static HttpServerOptions head(SmallRyeConfig config) {
        long headers = config.getOptionalValue(LIMITS + "max-header-size", MemorySize.class)
                .map(MemorySize::asLongValue)
                .orElse(20L * 1024);
        return new HttpServerOptions()
                .setMaxInitialLineLength(number(config, "max-initial-line-length", 4_096))
                .setMaxHeaderSize(Math.toIntExact(headers));
    }

    private static int number(SmallRyeConfig config, String limit, int otherwise) {
        return config.getOptionalValue(LIMITS + limit, Integer.class)
                .filter(number -> number > 0)
                .orElse(otherwise);
    }
}
