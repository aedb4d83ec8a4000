package dev.meishi.access;

import dev.meishi.access.CallersConfig.Settings;
import dev.meishi.ledger.Weights;
import dev.meishi.secret.SecretFile;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Determines the class of a caller by the token it sends. */
@Startup
@Singleton
public class Callers {

    /** The class of all callers without a known token. */
    static final String DEFAULT = "default";

    /** With more, other classes would have next to nothing. */
    static final int MAX_WEIGHT = 1_000;

    private static final String SCHEME = "Bearer ";

    private final Weights weights;
    private final CallerClass everybody;
    private final Map<CallerClass, byte[]> hashes = new LinkedHashMap<>();

    Callers(CallersConfig config) {
        Settings byDefault = Objects.requireNonNull(config.classes().get(DEFAULT));
        everybody = of(DEFAULT, byDefault);
        Map<String, Integer> byCallers = new HashMap<>(Map.of(DEFAULT, byDefault.weight()));
        config.classes().forEach((name, settings) -> byCallers.put(name, settings.weight()));
        weights = new Weights(byCallers);
        config.classes()
                .forEach((name, settings) -> settings.token()
                        .map(SecretFile::resolve)
                        .ifPresent(token -> hashes.put(of(name, settings), hash(token.value()))));
    }

    /**
     * The class of a caller. The comparison takes the same time however much of the token is right.
     *
     * @param authorization the value of its {@code Authorization}; null if it sends none
     * @return the class of the token; the class {@value #DEFAULT} for an unknown token, as a proxy on the way may use
     *     the header for itself
     */
    public CallerClass of(@Nullable String authorization) {
        CallerClass found = everybody;
        if (authorization == null
                || hashes.isEmpty()
                || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return found;
        }
        byte[] hash = hash(authorization.substring(SCHEME.length()).strip());
        for (Map.Entry<CallerClass, byte[]> known : hashes.entrySet()) {
            found = MessageDigest.isEqual(hash, known.getValue()) ? known.getKey() : found;
        }
        return found;
    }

    /**
     * How the classes share LINE WORKS's quota.
     *
     * @return every class with its weight
     */
    @Produces
    @Singleton
    Weights weights() {
        return weights;
    }

    private static CallerClass of(String name, Settings settings) {
        return new CallerClass(name, settings.maxUpstreamCalls(), settings.refresh(), settings.export());
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
