package dev.meishi.lineworks.oauth;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Tokens as the gateway has them when it starts: none. */
@Singleton
public class FreshTokens {

    @Inject
    TokenEndpoint endpoint;

    @Inject
    TokenMetrics metrics;

    /** Of the configured account, at the configured endpoint. */
    public AccessTokens none() {
        return new AccessTokens(endpoint, metrics);
    }
}
