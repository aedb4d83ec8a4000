package dev.meishi.lineworks.oauth;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.secret.Secret;
import dev.meishi.secret.SecretFile;
import java.io.IOException;
import java.util.function.Supplier;

/** A credential that may change while the process runs: it is read when it is needed. */
final class SecretSource {

    private final Supplier<Secret> source;

    private SecretSource(Supplier<Secret> source) {
        this.source = source;
    }

    /** A setting that is the credential itself, or if it is an absolute path or a {@code file:} URL, in that file. */
    static SecretSource of(String key, Secret setting) {
        String value = setting.value().strip();
        return SecretFile.isNamedBy(value) ? ofFile(key, value) : of(() -> new Secret(value));
    }

    /** A setting that is a key in PEM, or else the path of a file of it. */
    static SecretSource ofKey(String key, Secret setting) {
        String value = setting.value().strip();
        return SigningKey.isPem(value) ? of(() -> setting) : ofFile(key, value);
    }

    /** A credential that somebody else has. */
    static SecretSource of(Supplier<Secret> source) {
        return new SecretSource(source);
    }

    private static SecretSource ofFile(String key, String place) {
        return of(() -> {
            try {
                return SecretFile.read(place);
            } catch (IOException impossible) {
                throw unreadable(key, impossible.getMessage());
            }
        });
    }

    private static Failure unreadable(String key, String found) {
        return new Failure(
                ErrorCode.UPSTREAM_UNAUTHORIZED,
                "The gateway's credentials cannot be read: " + key + " " + found + ".");
    }

    /**
     * Reads it, from its file if it is in one; may block.
     *
     * @throws Failure {@code UPSTREAM_UNAUTHORIZED} if there is none
     */
    Secret read() {
        return source.get();
    }

    @Override
    public String toString() {
        return "***";
    }
}
