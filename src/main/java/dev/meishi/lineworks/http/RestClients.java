package dev.meishi.lineworks.http;

import dev.meishi.lineworks.UpstreamConfig;
import dev.meishi.memory.Account;
import dev.meishi.memory.Memory;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.resteasy.reactive.client.api.ClientLogger;
import org.jboss.resteasy.reactive.client.api.LoggingScope;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;
import org.jboss.resteasy.reactive.client.logging.DefaultClientLogger;

/**
 * Begins REST clients with the gateway's own settings: connections, every timeout. Redirects are never followed, so that no
 * credential goes where it was not meant for. Calls are not pipelined, which is the client's own default: one that is given
 * up takes its connection along, and a slow one would hold up those behind it.
 */
public final class RestClients {

    private RestClients() {}

    /**
     * A client of an API.
     *
     * @param address that its paths are below
     * @param config of LINE WORKS
     * @param memory for what is received
     * @param secretHeaders whose values no log shows, beside {@code Authorization}
     * @return a builder that lacks what is the API's own
     */
    public static QuarkusRestClientBuilder to(
            URI address, UpstreamConfig config, Memory memory, Set<String> secretHeaders) {
        LoggingScope scope = ConfigProvider.getConfig()
                .getOptionalValue("quarkus.rest-client.logging.scope", String.class)
                .map(LoggingScope::forName)
                .orElse(LoggingScope.NONE);
        Set<String> masked = new HashSet<>(secretHeaders);
        masked.add(HttpHeaders.AUTHORIZATION);
        return begin(address, config, memory, scope).loggingMaskedHeaders(masked);
    }

    /**
     * A client whose bodies are credentials, so that nothing of it is logged.
     *
     * @param address that its paths are below
     * @param config of LINE WORKS
     * @param memory for what is received
     * @return a builder that lacks what is the API's own
     */
    public static QuarkusRestClientBuilder toCredentials(URI address, UpstreamConfig config, Memory memory) {
        return begin(address, config, memory, LoggingScope.NONE);
    }

    private static QuarkusRestClientBuilder begin(
            URI address, UpstreamConfig config, Memory memory, LoggingScope scope) {
        ClientLogger logger = new DefaultClientLogger();
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(address)
                .connectTimeout(config.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .disableDefaultMapper(true)
                .loggingScope(scope)
                .clientLogger(logger)
                .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, config.maxConnections())
                .property(QuarkusRestClientProperties.CONNECTION_TTL, seconds(config.keepAlive()))
                .register(new BoundedSendHandler(scope, logger, bytes(config.maxAnswer()), memory.of(Account.UPSTREAM)))
                .register(new JsonBody.Untouched());
    }

    /** Zero would be no limit. */
    private static int seconds(Duration time) {
        return (int) Math.max(1, Math.min(time.toSeconds(), Integer.MAX_VALUE));
    }

    /** No array is longer. */
    private static int bytes(MemorySize size) {
        return (int) Math.min(size.asLongValue(), Integer.MAX_VALUE - Long.BYTES);
    }
}
