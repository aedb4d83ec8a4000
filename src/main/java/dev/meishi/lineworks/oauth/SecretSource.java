package dev.meishi.lineworks.oauth;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A credential that may change while the process runs: it is read when it is needed. */
final class SecretSource {

    /** Longer than any key or secret, so that a wrong path cannot fill the memory. */
    private static final int MAX_BYTES = 64 * 1024;

    private static final String FILE = "file:";

    private final Supplier<Secret> source;

    private SecretSource(Supplier<Secret> source) {
        this.source = source;
    }

    /** A setting that is the credential itself, or if it is an absolute path or a {@code file:} URL, in that file. */
    static SecretSource of(String key, Secret setting) {
        String value = setting.value().strip();
        return value.startsWith("/") || value.startsWith(FILE) ? ofFile(key, value) : of(() -> new Secret(value));
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
                Path path = place.startsWith(FILE) ? Path.of(URI.create(place)) : Path.of(place);
                if (Files.size(path) > MAX_BYTES) {
                    throw unreadable(key, "is a file of more than " + MAX_BYTES + " bytes");
                }
                return new Secret(Files.readString(path).strip());
            } catch (IOException | IllegalArgumentException | UnsupportedOperationException impossible) {
                // What the exception says may quote a secret that was taken for a path.
                throw unreadable(key, "is no file that can be read");
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
