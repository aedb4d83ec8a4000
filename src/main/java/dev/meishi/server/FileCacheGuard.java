package dev.meishi.server;

import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.spi.VertxServiceProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/**
 * Has the process start where there is no usable {@code java.io.tmpdir}. Vert.x unpacks files of the application into a
 * directory there before it serves them, and does not start without it; nothing but GraphiQL's files need it. Named in
 * {@code META-INF/services}, as {@link ConnectionGuard} is.
 */
public final class FileCacheGuard implements VertxServiceProvider {

    private static final Logger LOG = Logger.getLogger(FileCacheGuard.class);

    /** Before Vert.x makes the directory. */
    @Override
    public void init(VertxBuilder builder) {
        FileSystemOptions options = builder.options().getFileSystemOptions();
        Path directory = Path.of(options.getFileCacheDir()).toAbsolutePath();
        try {
            Path base = directory.getParent() == null ? directory : directory.getParent();
            Files.createDirectories(base);
            Files.delete(Files.createTempDirectory(base, "meishi"));
        } catch (IOException | RuntimeException unusable) {
            options.setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
            LOG.warnf("No directory can be made for %s (java.io.tmpdir): GraphiQL's files are not served", directory);
        }
    }
}
