package dev.meishi.lineworks.oauth;

import dev.meishi.secret.Secret;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.time.Instant;

/** What a service account proves itself with: a JWT of its app about it, signed with its private key. */
final class Assertion {

    /** The vendor allows an hour; it is used at once, and clocks differ. */
    private static final Duration LIFE = Duration.ofMinutes(30);

    private Assertion() {}

    /**
     * Signs one; blocks for as long as its key takes to be read.
     *
     * @throws dev.meishi.failure.Failure {@code UPSTREAM_UNAUTHORIZED} if there is no usable key
     */
    static Secret of(ServiceAccount account, Instant now) {
        return new Secret(Jwt.issuer(account.clientId())
                .subject(account.name())
                .issuedAt(now)
                .expiresAt(now.plus(LIFE))
                .jws()
                .algorithm(SignatureAlgorithm.RS256)
                .sign(SigningKey.of(account.privateKey().read())));
    }
}
