package dev.meishi.secret;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A file that has a credential. */
public final class SecretFile {

    /** Longer than any key or secret, so that a wrong path cannot fill the memory. */
    static final int MAX_BYTES = 64 * 1024;

    private static final String FILE = "file:";

    private SecretFile() {}

    /**
     * Whether a setting says where the credential is, and not what.
     *
     * @param setting in clear
     * @return whether it is a {@code file:} URL
     */
    public static boolean isNamedBy(Secret setting) {
        return setting.value().strip().startsWith(FILE);
    }

    /**
     * The credential that is set; may block.
     *
     * @param setting itself, or the {@code file:} URL of a file of it
     * @return without blanks and line ends around it, if it is in a file
     * @throws UnreadableSecret if there is no such file, or nothing in it
     */
    public static Secret resolve(Secret setting) {
        if (!isNamedBy(setting)) {
            return setting;
        }
        try {
            return read(Path.of(URI.create(setting.value().strip())));
        } catch (IllegalArgumentException malformed) {
            throw new UnreadableSecret("must be file: and an absolute path, such as file:/etc/meishi/secrets/token");
        }
    }

    /**
     * What is wrong with a setting; may block.
     *
     * @param setting itself, or the {@code file:} URL of a file of it
     * @return the rest of a sentence that begins with the key of the setting; empty if it can be resolved
     */
    public static Optional<String> refusal(Secret setting) {
        try {
            resolve(setting);
            return Optional.empty();
        } catch (UnreadableSecret unreadable) {
            return Optional.of(unreadable.text());
        }
    }

    /**
     * Reads a file; blocks.
     *
     * @param file of the credential
     * @return what is in it, without blanks and line ends around it
     * @throws UnreadableSecret if there is no such file, or nothing in it
     */
    public static Secret read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            String text = new String(bytes, StandardCharsets.UTF_8).strip();
            if (bytes.length > MAX_BYTES) {
                throw new UnreadableSecret("names a file of more than " + MAX_BYTES + " bytes");
            }
            if (text.isEmpty()) {
                throw new UnreadableSecret("names a file that is empty");
            }
            return new Secret(text);
        } catch (NoSuchFileException missing) {
            throw new UnreadableSecret("names a file that does not exist");
        } catch (IOException unreadable) {
            throw new UnreadableSecret("names a file that this process cannot read");
        }
    }
}
