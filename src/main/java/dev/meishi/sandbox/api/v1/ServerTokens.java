package dev.meishi.sandbox.api.v1;

import dev.meishi.sandbox.api.Assertion;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The server tokens that were issued for assertions, until they expire. */
public final class ServerTokens {

    private final Map<String, Instant> expiries = new ConcurrentHashMap<>();
    private final Duration lifetime;
    private final Optional<PublicKey> key;
    private final Clock clock;

    /**
     * No tokens yet.
     *
     * @param lifetime how long each is valid
     * @param publicKey an RSA public key in PEM; with it, the signatures of assertions are checked
     */
    public ServerTokens(Duration lifetime, Optional<String> publicKey, Clock clock) {
        this.lifetime = lifetime;
        this.key = publicKey.map(Assertion::publicKey);
        this.clock = clock;
    }

    /**
     * A new token for an assertion.
     *
     * @throws IllegalArgumentException if the assertion is not valid
     */
    String issueFor(Assertion assertion) {
        key.ifPresent(assertion::checkSignature);
        assertion.check(clock.instant());
        return issue();
    }

    String issue() {
        Instant now = clock.instant();
        expiries.values().removeIf(expiry -> !expiry.isAfter(now));
        String token = "sandbox-" + UUID.randomUUID();
        expiries.put(token, now.plus(lifetime));
        return token;
    }

    boolean isValid(String token) {
        Instant expiry = expiries.get(token);
        return expiry != null && expiry.isAfter(clock.instant());
    }

    Duration lifetime() {
        return lifetime;
    }
}
