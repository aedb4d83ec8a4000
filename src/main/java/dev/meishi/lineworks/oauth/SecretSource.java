package dev.meishi.lineworks.oauth;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.secret.Secret;
import dev.meishi.secret.SecretFile;
import dev.meishi.secret.UnreadableSecret;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A credential that may change while the process runs: it is read when it is needed. */
final class SecretSource {

    private final String key;
    private final Supplier<Secret> source;

    private SecretSource(String key, Supplier<Secret> source) {
        this.key = key;
        this.source = source;
    }

    /** A setting that is the credential itself, or if it is an absolute path or a {@code file:} URL, in that file. */
    static SecretSource of(String key, Secret setting) {
        String value = setting.value().strip();
        return value.startsWith("/")
                ? ofPath(key, value)
                : new SecretSource(key, () -> SecretFile.resolve(new Secret(value)));
    }

    /** A setting that is a key in PEM, or else a {@code file:} URL or the path of a file of it. */
    static SecretSource ofKey(String key, Secret setting) {
        return SigningKey.isPem(setting.value()) || SecretFile.isNamedBy(setting)
                ? new SecretSource(key, () -> SecretFile.resolve(setting))
                : ofPath(key, setting.value().strip());
    }

    /** A credential that somebody else has. */
    static SecretSource of(Supplier<Secret> source) {
        return new SecretSource("", source);
    }

    private static SecretSource ofPath(String key, String path) {
        return new SecretSource(key, () -> {
            try {
                return SecretFile.read(Path.of(path));
            } catch (InvalidPathException impossible) {
                throw new UnreadableSecret("names a file that does not exist");
            }
        });
    }

    /**
     * Reads it, from its file if it is in one; may block.
     *
     * @throws Failure {@code UPSTREAM_UNAUTHORIZED} if there is none
     */
    Secret read() {
        try {
            return source.get();
        } catch (UnreadableSecret unreadable) {
            throw new Failure(
                    ErrorCode.UPSTREAM_UNAUTHORIZED,
                    "The gateway's credentials cannot be read: " + key + " " + unreadable.text() + ".");
        }
    }

    /**
     * Reads it as the start does.
     *
     * @throws UnreadableSecret if there is none
     */
    Secret readAtStart() {
        return source.get();
    }

    @Override
    public String toString() {
        return "***";
    }
}
