package dev.meishi.lineworks.v1;

import dev.meishi.lineworks.Authorization;
import dev.meishi.lineworks.Tenant;
import dev.meishi.lineworks.UpstreamAddress;
import dev.meishi.lineworks.UpstreamConfig;
import dev.meishi.lineworks.http.BoundedSendHandler;
import dev.meishi.lineworks.http.JsonBody;
import dev.meishi.memory.Account;
import dev.meishi.memory.Memory;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.resteasy.reactive.client.api.ClientLogger;
import org.jboss.resteasy.reactive.client.api.LoggingScope;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;
import org.jboss.resteasy.reactive.client.logging.DefaultClientLogger;

/**
 * Builds the REST client from the gateway's own settings: address, application, connections, every timeout. Calls are not
 * pipelined, which is the client's own default: one that is given up takes its connection along, and a slow one would
 * hold up those behind it.
 */
final class LineWorksV1Client {

    private LineWorksV1Client() {}

    /** Built at its first use: the address of the sandbox is known only once the server listens. */
    @Produces
    @Singleton
    static LineWorksV1Api api(UpstreamConfig config, Tenant tenant, UpstreamAddress address, Memory memory) {
        LoggingScope scope = ConfigProvider.getConfig()
                .getOptionalValue("quarkus.rest-client.logging.scope", String.class)
                .map(LoggingScope::forName)
                .orElse(LoggingScope.NONE);
        ClientLogger logger = new DefaultClientLogger();
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(address.uri())
                .connectTimeout(config.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .disableDefaultMapper(true)
                .loggingScope(scope)
                .clientLogger(logger)
                .loggingMaskedHeaders(Set.of(HttpHeaders.AUTHORIZATION, ConsumerKey.HEADER))
                .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, config.maxConnections())
                .property(QuarkusRestClientProperties.CONNECTION_TTL, seconds(config.keepAlive()))
                .register(new ConsumerKey(tenant))
                .register(new BoundedSendHandler(scope, logger, bytes(config.maxAnswer()), memory.of(Account.UPSTREAM)))
                .register(new UpstreamErrors())
                .register(new JsonBody.Untouched())
                .build(LineWorksV1Api.class);
    }

    /** By which its calls are allowed. */
    @Produces
    @Singleton
    static Authorization authorization(Tenant tenant) {
        return new ServerToken(tenant.serverToken());
    }

    /** Zero would be forever. */
    private static int seconds(Duration time) {
        return (int) Math.max(1, Math.min(time.toSeconds(), Integer.MAX_VALUE));
    }

    /** No array is longer. */
    private static int bytes(MemorySize size) {
        return (int) Math.min(size.asLongValue(), Integer.MAX_VALUE - Long.BYTES);
    }
}
