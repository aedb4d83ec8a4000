package dev.meishi.sandbox.api.v2;

import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes and reads tokens: sealed texts that say themselves what they are for, so that none has to be remembered. */
final class AccessTokens {

    private static final String CONTEXT = "token";

    /** How each begins, so that one in a log or a file is recognized. */
    private static final String PREFIX = "sandbox-";

    private final Seal seal;
    private final Clock clock;
    private final AtomicInteger generation = new AtomicInteger();

    AccessTokens(long seed, Clock clock) {
        this.seal = new Seal("token", seed);
        this.clock = clock;
    }

    String issue(boolean refresh, Optional<String> member, List<String> scopes, Duration lifetime) {
        long expires = clock.millis() + lifetime.toMillis();
        AccessToken token = new AccessToken(refresh, member, scopes, expires, generation.get());
        byte[] sealed = seal.seal(token.toBytes(), CONTEXT, true);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** The token of a text, if it is one of these and neither expired nor revoked. */
    Optional<AccessToken> read(String text, boolean refresh) {
        return Optional.of(text)
                .filter(token -> token.startsWith(PREFIX))
                .flatMap(token -> seal.open(Base64.getUrlDecoder(), token.substring(PREFIX.length()), CONTEXT))
                .map(AccessToken::from)
                .filter(token -> token.refresh() == refresh
                        && token.generation() == generation.get()
                        && token.expires() > clock.millis());
    }

    /** Makes every token that was issued so far invalid. */
    void revokeAll() {
        generation.incrementAndGet();
    }
}
