package dev.meishi.lineworks;

import dev.meishi.secret.Secret;
import dev.meishi.secret.SecretFile;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Produces the tenant that the gateway reads. A setting that is not configured is the simulator's; without the simulator
 * {@link TenantCheck} requires all of them. Where API
 * 2.0 is called, only its domain is sent, and the simulator's API 1.0 alone has a use for the rest.
 */
@ApplicationScoped
public class TenantProducer {

    private static final Tenant SANDBOX =
            new Tenant("sandbox", "1", new Secret("sandbox-consumer-key"), new Secret("sandbox-server-token"));

    @Produces
    @Singleton
    @Startup
    Tenant tenant(UpstreamConfig config) {
        return new Tenant(
                config.apiId().orElse(SANDBOX.apiId()),
                config.domainId().orElse(SANDBOX.domainId()),
                config.consumerKey().map(SecretFile::resolve).orElse(SANDBOX.consumerKey()),
                config.serverToken().map(SecretFile::resolve).orElse(SANDBOX.serverToken()));
    }
}
