package dev.meishi.server;

import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * One event loop a processor, unless it is configured otherwise. All work is done on them and none of it waits, so that
 * more of them would only hand requests and answers to each other.
 */
@Singleton
class EventLoopCount implements VertxOptionsCustomizer {

    private final Optional<Integer> configured;

    EventLoopCount(@ConfigProperty(name = "quarkus.vertx.event-loops-pool-size") Optional<Integer> configured) {
        this.configured = configured;
    }

    @Override
    public void accept(VertxOptions options) {
        if (configured.isEmpty()) {
            options.setEventLoopPoolSize(Runtime.getRuntime().availableProcessors());
        }
    }
}
