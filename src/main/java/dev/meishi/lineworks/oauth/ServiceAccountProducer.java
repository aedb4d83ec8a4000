package dev.meishi.lineworks.oauth;

import dev.meishi.lineworks.StandInAccount;
import dev.meishi.lineworks.TenantCheck;
import dev.meishi.lineworks.UpstreamAddress;
import dev.meishi.lineworks.UpstreamApi;
import dev.meishi.lineworks.UpstreamConfig;
import dev.meishi.secret.Secret;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Decides who the gateway is to API 2.0, at start if that is the API that is called. What is not configured is the simulator's;
 * without the simulator {@link TenantCheck} requires all of it, and {@link AccountCheck} has read it.
 */
@ApplicationScoped
public class ServiceAccountProducer {

    private static final Logger LOG = Logger.getLogger(ServiceAccountProducer.class);

    private static final String SIMULATED = "/sandbox/2.0/oauth2/v2.0/token";

    private static final String CLIENT_SECRET = "meishi.upstream.client-secret";
    private static final String PRIVATE_KEY = "meishi.upstream.private-key";

    @Produces
    @Singleton
    ServiceAccount account(
            UpstreamConfig config,
            OauthConfig oauth,
            UpstreamAddress address,
            Instance<StandInAccount> standIns,
            @ConfigProperty(name = "meishi.sandbox.enabled", defaultValue = "false") boolean sandbox) {
        Optional<StandInAccount> standIn = standIns.isResolvable() ? Optional.of(standIns.get()) : Optional.empty();
        if (sandbox && standIn.isPresent() && config.url().isEmpty()) {
            warnOfIgnored(oauth);
            return simulated(oauth.scope(), standIn.get(), address);
        }
        return configured(oauth, sandbox ? standIn : Optional.empty());
    }

    /** What is wrong is said at start, and not to the first client. */
    void check(@Observes StartupEvent start, UpstreamConfig config, Instance<ServiceAccount> account) {
        if (UpstreamApi.V2.isChosen(config)) {
            account.get();
        }
    }

    private static ServiceAccount simulated(String scope, StandInAccount standIn, UpstreamAddress address) {
        return new ServiceAccount(
                standIn.clientId(),
                SecretSource.of(standIn::clientSecret),
                standIn.serviceAccount(),
                SecretSource.of(standIn::privateKey),
                scopes(scope),
                () -> address.own().resolve(SIMULATED));
    }

    static ServiceAccount configured(OauthConfig oauth, Optional<StandInAccount> standIn) {
        String clientId = given(oauth.clientId(), standIn.map(StandInAccount::clientId));
        SecretSource secret = given(
                oauth.clientSecret().map(set -> SecretSource.of(CLIENT_SECRET, set)),
                standIn.map(other -> SecretSource.of(other::clientSecret)));
        String name = given(oauth.serviceAccount(), standIn.map(StandInAccount::serviceAccount));
        SecretSource key = given(
                oauth.privateKey().map(set -> SecretSource.ofKey(PRIVATE_KEY, set)),
                standIn.map(other -> SecretSource.of(other::privateKey)));
        URI tokenUrl = URI.create(oauth.tokenUrl());
        return new ServiceAccount(clientId, secret, name, key, scopes(oauth.scope()), () -> tokenUrl);
    }

    private static <T> T given(Optional<T> setting, Optional<T> ofStandIn) {
        return setting.or(() -> ofStandIn).orElseThrow();
    }

    /** Somebody who sets them means a tenant, and gets the simulator. */
    private static void warnOfIgnored(OauthConfig oauth) {
        Optional<Secret> credential = oauth.privateKey()
                .or(oauth::clientSecret)
                .or(() -> oauth.clientId().map(Secret::new));
        if (credential.isPresent()) {
            LOG.warn("Credentials of API 2.0 are set, but the simulator is called with its own, as it is on and"
                    + " meishi.upstream.url is not set. Set meishi.upstream.url to call LINE WORKS.");
        }
    }

    private static String scopes(String setting) {
        return String.join(" ", setting.strip().split("[\\s,]+"));
    }
}
