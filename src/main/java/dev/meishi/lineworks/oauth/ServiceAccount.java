package dev.meishi.lineworks.oauth;

import java.net.URI;
import java.util.function.Supplier;

/**
 * Who the gateway is to API 2.0.
 *
 * @param clientId of the app, which issues the assertions
 * @param clientSecret of the app
 * @param name of the service account, which the assertions are about
 * @param privateKey that signs them
 * @param scope what tokens are asked to allow, separated by blanks
 * @param tokenUrl where tokens are issued; known once the server listens, where that is the simulator
 */
record ServiceAccount(
        String clientId,
        SecretSource clientSecret,
        String name,
        SecretSource privateKey,
        String scope,
        Supplier<URI> tokenUrl) {}
