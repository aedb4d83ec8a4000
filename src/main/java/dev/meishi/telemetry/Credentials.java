package dev.meishi.telemetry;

import dev.meishi.secret.Secret;
import dev.meishi.secret.SecretsInUse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a name that a client has chosen has a credential in it: its own token of a class of callers, or one of the
 * gateway's, be it set, read from a file or issued. Such a name stands in no metric and no log.
 */
@Singleton
class Credentials {

    /** In place of such a name. */
    static final String MASK = Secret.of("").toString();

    private static final List<String> KEYS = List.of(
            "meishi.upstream.consumer-key",
            "meishi.upstream.server-token",
            "meishi.upstream.client-secret",
            "meishi.upstream.private-key",
            "meishi.cursors.secret");

    private static final String CALLERS = "meishi.callers.";
    private static final String TOKEN = ".token";

    /** Shorter ones could be a part of anything. */
    private static final int SHORTEST = 8;

    private final Set<String> known;

    Credentials(Config config) {
        known = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(key -> KEYS.contains(key) || (key.startsWith(CALLERS) && key.endsWith(TOKEN)))
                .flatMap(key -> config.getOptionalValue(key, String.class).stream())
                .filter(value -> value.length() >= SHORTEST)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a text has one in it. */
    boolean isIn(String text) {
        for (String credential : known) {
            if (text.contains(credential)) {
                return true;
            }
        }
        return SecretsInUse.areIn(text);
    }

    /** A name as it may be shown; null stays null. */
    @Nullable
    String masked(@Nullable String name) {
        return name == null || !isIn(name) ? name : MASK;
    }
}
