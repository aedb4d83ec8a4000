package dev.meishi.lineworks;

import dev.meishi.connection.CursorSeal;
import dev.meishi.secret.Secret;
import dev.meishi.secret.SecretFile;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** Makes the seals of cursors. */
@Startup
@Singleton
public class CursorSeals {

    private final CursorConfig config;

    CursorSeals(CursorConfig config) {
        this.config = config;
    }

    /**
     * The seal of a view.
     *
     * @param view in which lists are read
     * @param credential that stays the same when tokens are renewed, in place of a secret that is not configured
     * @return the same for the same settings
     */
    public CursorSeal of(View view, Secret credential) {
        return CursorSeal.of(
                config.secret().map(SecretFile::resolve).orElse(credential).value(), view.application(), view.member());
    }
}
