package dev.meishi.lineworks;

import dev.meishi.connection.CursorSeal;
import dev.meishi.secret.Secret;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;

/** Makes the seals of cursors. */
@Startup
@Singleton
public class CursorSeals {

    /** As many as no guess hits, if they are random. */
    private static final int MIN_LENGTH = 32;

    private final CursorConfig config;

    CursorSeals(CursorConfig config) {
        this.config = config;
        int length = config.secret().map(secret -> secret.value().length()).orElse(MIN_LENGTH);
        if (length < MIN_LENGTH) {
            throw new ConfigurationException("meishi.cursors.secret must have at least " + MIN_LENGTH
                    + " characters, found " + length + "; take random ones, the same for every process.");
        }
    }

    /**
     * The seal of a view.
     *
     * @param view in which lists are read
     * @param credential that stays the same when tokens are renewed, in place of a secret that is not configured
     * @return the same for the same settings
     */
    public CursorSeal of(View view, Secret credential) {
        return CursorSeal.of(config.secret().orElse(credential).value(), view.application(), view.member());
    }
}
