package dev.meishi.secret;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that has a credential. */
public final class SecretFile {

    /** Longer than any key or secret, so that a wrong path cannot fill the memory. */
    private static final int MAX_BYTES = 64 * 1024;

    private static final String FILE = "file:";

    private SecretFile() {}

    /**
     * Whether a setting says where the credential is, and not what.
     *
     * @param setting in clear
     * @return whether it is an absolute path or a {@code file:} URL
     */
    public static boolean isNamedBy(String setting) {
        return setting.startsWith("/") || setting.startsWith(FILE);
    }

    /**
     * Reads it.
     *
     * @param place path or {@code file:} URL
     * @return what is in it, without blanks and line ends around it
     * @throws IOException without the place, which may be a secret that was taken for one; the message is the rest of a
     *     sentence that begins with the key of the setting
     */
    public static Secret read(String place) throws IOException {
        long size;
        String text;
        try {
            Path path = place.startsWith(FILE) ? Path.of(URI.create(place)) : Path.of(place);
            size = Files.size(path);
            text = size > MAX_BYTES ? "" : Files.readString(path).strip();
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException impossible) {
            throw new IOException("is no file that can be read");
        }
        if (size > MAX_BYTES) {
            throw new IOException("is a file of more than " + MAX_BYTES + " bytes");
        }
        return new Secret(text);
    }
}
