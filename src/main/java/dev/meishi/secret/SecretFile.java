package dev.meishi.secret;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A file that has a credential. Its file system may not answer: nobody waits longer for it than {@link #PATIENCE}. */
public final class SecretFile {

    /** Longer than any key or secret, so that a wrong path cannot fill the memory. */
    static final int MAX_BYTES = 64 * 1024;

    /** The longest that anybody waits for a file, of which a working disk takes less than a thousandth. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String FILE = "file:";

    /** Files that are being read: a reader that hangs is waited for by all who want its file, and never joined by another. */
    private static final Map<Path, CompletableFuture<Secret>> READING = new ConcurrentHashMap<>();

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
     * Reads a file; blocks, for five seconds at most.
     *
     * @param file of the credential
     * @return what is in it, without blanks and line ends around it
     * @throws UnreadableSecret if there is no such file, nothing in it, or nothing to be had of its file system
     */
    public static Secret read(Path file) {
        return read(file, PATIENCE);
    }

    static Secret read(Path file, Duration patience) {
        CompletableFuture<Secret> reading =
                READING.compute(file, (key, before) -> before == null || before.isDone() ? begin(file) : before);
        try {
            Secret secret = reading.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            SecretsInUse.note(secret);
            return secret;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof UnreadableSecret unreadable
                    ? unreadable
                    : new UnreadableSecret("names a file that this process cannot read");
        } catch (TimeoutException hanging) {
            throw new UnreadableSecret("names a file that cannot be read within " + patience.toMillis()
                    + " ms: its file system does not answer, or it is a pipe that nobody writes to");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UnreadableSecret("names a file whose reading was interrupted");
        } finally {
            if (reading.isDone()) {
                READING.remove(file, reading);
            }
        }
    }

    /** By a thread of its own: one that the system does not give back can be left to it. */
    private static CompletableFuture<Secret> begin(Path file) {
        CompletableFuture<Secret> reading = new CompletableFuture<>();
        Thread reader = new Thread(
                () -> {
                    try {
                        reading.complete(whole(file));
                    } catch (Throwable unreadable) {
                        // An error as well: without an end, each later reading of the file would wait for this one.
                        reading.completeExceptionally(unreadable);
                    }
                },
                "secret file");
        reader.setDaemon(true);
        reader.start();
        return reading;
    }

    private static Secret whole(Path file) {
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
