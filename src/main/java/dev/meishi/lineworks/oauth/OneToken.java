package dev.meishi.lineworks.oauth;

import dev.meishi.lineworks.probe.Granted;
import dev.meishi.secret.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** An access token that is asked for once and not renewed, for a few calls that are made one after the other. */
@Singleton
public class OneToken {

    private final TokenEndpoint endpoint;
    private volatile Secret header = new Secret("Bearer none");

    OneToken(TokenEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * Asks for it.
     *
     * @return what it allows, and for how long; fails with {@link dev.meishi.failure.Failure}
     */
    public Uni<Granted> issue() {
        return endpoint.issued().map(payload -> {
            header = new Secret("Bearer " + payload.accessToken());
            return new Granted(endpoint.account().scope(), payload.scope(), payload.life());
        });
    }

    /**
     * What calls send as {@code Authorization}.
     *
     * @return something that is rejected until a token was issued
     */
    public Secret header() {
        return header;
    }
}
