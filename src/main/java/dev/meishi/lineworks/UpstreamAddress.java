package dev.meishi.lineworks;

import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Singleton;
import java.net.URI;

/** Where LINE WORKS is: the configured address, or this very server when the sandbox stands in. */
@Singleton
public class UpstreamAddress {

    private final UpstreamConfig config;
    private final HttpServer server;

    UpstreamAddress(UpstreamConfig config, HttpServer server) {
        this.config = config;
        this.server = server;
    }

    /**
     * The address; ask only once the server listens.
     *
     * @return scheme, host and port
     */
    public URI uri() {
        return config.url().orElseGet(server::getLocalBaseUri);
    }
}
