package dev.meishi.lineworks;

import dev.meishi.secret.Secret;
import dev.meishi.secret.SecretFile;
import dev.meishi.settings.SettingsCheck;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Checks that the secret of cursors, if there is one, is too long to be guessed. */
@RegisterForReflection(fields = false)
public final class CursorCheck implements SettingsCheck<CursorConfig> {

    private static final String KEY = "meishi.cursors.secret";

    /** As many as no guess hits, if they are random. */
    private static final int MIN_LENGTH = 32;

    @Override
    public void check(CursorConfig config, Mistakes mistakes) {
        config.secret().ifPresent(set -> check(set, mistakes));
    }

    private static void check(Secret set, Mistakes mistakes) {
        String refusal = SecretFile.refusal(set).orElse(null);
        if (refusal != null) {
            mistakes.add(KEY, refusal);
            return;
        }
        int length = SecretFile.resolve(set).value().length();
        if (length < MIN_LENGTH) {
            mistakes.add(
                    KEY,
                    "must have at least " + MIN_LENGTH + " characters, found " + length
                            + "; take random ones, the same for every process");
        }
    }
}
