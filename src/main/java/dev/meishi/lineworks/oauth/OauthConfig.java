package dev.meishi.lineworks.oauth;

import dev.meishi.secret.Secret;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Who the gateway is to API 2.0, and where that is proven. */
@ConfigMapping(prefix = "meishi.upstream")
public interface OauthConfig {

    /**
     * Where access tokens are issued.
     *
     * @return of no use where the simulator is meant
     */
    @WithDefault("https://auth.worksmobile.com/oauth2/v2.0/token")
    String tokenUrl();

    /**
     * Client id of the app in the Developer Console.
     *
     * @return empty if the simulator's is meant
     */
    Optional<String> clientId();

    /**
     * Client secret of the app, or an absolute path or {@code file:} URL of a file of it.
     *
     * @return empty if the simulator's is meant
     */
    Optional<Secret> clientSecret();

    /**
     * The service account, as the Developer Console shows it.
     *
     * @return empty if the simulator's is meant
     */
    Optional<String> serviceAccount();

    /**
     * The service account's private key in PEM, or the path of a file of it.
     *
     * @return empty if the simulator's is meant
     */
    Optional<Secret> privateKey();

    /**
     * What tokens are asked to allow.
     *
     * @return scopes, separated by blanks or commas
     */
    @WithDefault("contact.read")
    String scope();
}
