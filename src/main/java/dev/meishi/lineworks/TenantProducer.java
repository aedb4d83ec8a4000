package dev.meishi.lineworks;

import dev.meishi.secret.Secret;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Decides at start who the gateway is to LINE WORKS. What is not configured is the sandbox's if the sandbox is on;
 * otherwise the start fails and names every missing setting at once.
 */
@ApplicationScoped
public class TenantProducer {

    private static final Tenant SANDBOX =
            new Tenant("sandbox", "1", new Secret("sandbox-consumer-key"), new Secret("sandbox-server-token"));

    @Produces
    @Singleton
    @Startup
    Tenant tenant(
            UpstreamConfig config,
            @ConfigProperty(name = "meishi.sandbox.enabled", defaultValue = "false") boolean sandbox) {
        if (!sandbox) {
            refuseIfIncomplete(config);
        }
        refuseIfWrong(config);
        return new Tenant(
                config.apiId().orElse(SANDBOX.apiId()),
                config.domainId().orElse(SANDBOX.domainId()),
                config.consumerKey().orElse(SANDBOX.consumerKey()),
                config.serverToken().orElse(SANDBOX.serverToken()));
    }

    private static void refuseIfIncomplete(UpstreamConfig config) {
        List<String> missing = new ArrayList<>();
        note(missing, "meishi.upstream.url", config.url());
        note(missing, "meishi.upstream.api-id", config.apiId());
        note(missing, "meishi.upstream.domain-id", config.domainId());
        note(missing, "meishi.upstream.consumer-key", config.consumerKey());
        note(missing, "meishi.upstream.server-token", config.serverToken());
        if (!missing.isEmpty()) {
            throw new ConfigurationException("LINE WORKS is not configured. Missing: " + String.join(", ", missing)
                    + ". Set them to use a tenant, or set meishi.sandbox.enabled=true to use the built-in simulator.");
        }
    }

    private static void refuseIfWrong(UpstreamConfig config) {
        List<String> wrong = new ArrayList<>();
        config.url()
                .flatMap(url -> UpstreamUrl.refusal(url, config.allowPlainHttp()))
                .ifPresent(wrong::add);
        config.tagsPath()
                .filter(path -> !path.startsWith("/") || path.startsWith("//"))
                .ifPresent(path ->
                        wrong.add("meishi.upstream.tags-path must be a path that starts with /, found " + path));
        if (config.connectTimeout().compareTo(config.timeout()) > 0) {
            wrong.add("meishi.upstream.connect-timeout must be at most meishi.upstream.timeout (" + config.timeout()
                    + "), found " + config.connectTimeout());
        }
        if (!wrong.isEmpty()) {
            throw new ConfigurationException(String.join("; ", wrong) + ".");
        }
    }

    private static void note(List<String> missing, String name, Optional<?> value) {
        if (value.isEmpty()) {
            missing.add(name);
        }
    }
}
