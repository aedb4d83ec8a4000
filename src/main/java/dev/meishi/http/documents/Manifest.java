package dev.meishi.http.documents;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One manifest, read again when its file is another or has changed, and only then: a look at it costs one call of the
 * system. Links are followed, so that a volume of Kubernetes counts as changed when its link leads elsewhere. For use by
 * one thread at a time.
 */
final class Manifest {

    /** File systems tell times by steps; within the same step a second change does not show. */
    private static final Duration STEP = Duration.ofSeconds(2);

    private final Path file;
    private final Clock clock;
    private @Nullable Seen seen;
    private Map<String, String> texts;

    /**
     * Reads a file for the first time.
     *
     * @throws ConfigurationException if it cannot be used
     */
    Manifest(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
        this.seen = seen();
        this.texts = ManifestFile.read(file);
    }

    Path file() {
        return file;
    }

    /** The documents by their ids, as they were when the file could be used last. */
    Map<String, String> texts() {
        return texts;
    }

    /**
     * Looks at the file, and reads it if it has changed.
     *
     * @return whether there are other documents now
     * @throws ConfigurationException if the changed file cannot be used; the documents stay, and it is not said again until
     *     the file has changed again
     */
    boolean look() {
        Seen now = seen();
        if (now.equals(seen) && now.isSettled()) {
            return false;
        }
        boolean isKnown = now.isSame(seen);
        seen = now;
        Map<String, String> read;
        try {
            read = ManifestFile.read(file);
        } catch (ConfigurationException unusable) {
            if (isKnown) {
                return false;
            }
            throw unusable;
        }
        boolean isOther = !read.equals(texts);
        texts = read;
        return isOther;
    }

    private Seen seen() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            FileTime modified = attributes.lastModifiedTime();
            Instant settled = clock.instant().minus(STEP);
            return new Seen(
                    attributes.fileKey(),
                    modified,
                    attributes.size(),
                    modified.toInstant().isBefore(settled));
        } catch (IOException missing) {
            return Seen.NOTHING;
        }
    }

    /** What tells a file, and each of its changes, from others; and whether a further change would show. */
    private record Seen(@Nullable Object key, @Nullable FileTime modified, long size, boolean isSettled) {

        static final Seen NOTHING = new Seen(null, null, -1, true);

        boolean isSame(@Nullable Seen other) {
            return other != null && new Seen(other.key, other.modified, other.size, isSettled).equals(this);
        }
    }
}
