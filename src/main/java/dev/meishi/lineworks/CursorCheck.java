package dev.meishi.lineworks;

import dev.meishi.settings.SettingsCheck;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Checks that the secret of cursors, if there is one, is too long to be guessed. */
@RegisterForReflection(fields = false)
public final class CursorCheck implements SettingsCheck<CursorConfig> {

    /** As many as no guess hits, if they are random. */
    private static final int MIN_LENGTH = 32;

    @Override
    public void check(CursorConfig config, Mistakes mistakes) {
        config.secret()
                .map(secret -> secret.value().length())
                .filter(length -> length < MIN_LENGTH)
                .ifPresent(length -> mistakes.add(
                        "meishi.cursors.secret",
                        "must have at least " + MIN_LENGTH + " characters, found " + length
                                + "; take random ones, the same for every process"));
    }
}
