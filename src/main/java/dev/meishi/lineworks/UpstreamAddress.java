package dev.meishi.lineworks;

import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The address of LINE WORKS: the configured one, or this server's own if it is the simulator. */
@Singleton
public class UpstreamAddress {

    private final UpstreamConfig config;
    private final HttpServer server;
    private final int configuredPort;

    /**
     * The address.
     *
     * @param config of LINE WORKS
     * @param server that the simulator is part of
     * @param configuredPort of the server
     */
    public UpstreamAddress(
            UpstreamConfig config,
            HttpServer server,
            @ConfigProperty(name = "quarkus.http.port", defaultValue = "8080") int configuredPort) {
        this.config = config;
        this.server = server;
        this.configuredPort = configuredPort;
    }

    /**
     * The address; ask only once the server listens.
     *
     * @return scheme, host and port
     */
    public URI uri() {
        return config.url().map(URI::create).orElseGet(this::own);
    }

    /**
     * The address of this very server, on which the simulator is; ask only once it listens. In development a reloaded
     * application does not know the server, which outlives it, only its configuration.
     *
     * @return scheme, host and port
     */
    public URI own() {
        return server.getPort() > 0 ? server.getLocalBaseUri() : URI.create("http://localhost:" + configuredPort);
    }
}
