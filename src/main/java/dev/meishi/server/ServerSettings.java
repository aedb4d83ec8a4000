package dev.meishi.server;

import dev.meishi.settings.CheckedBy;
import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.Optional;

/** The framework's own settings that this server has demands on. */
@Unremovable
@CheckedBy(ServerCheck.class)
@ConfigMapping(prefix = "quarkus.http")
public interface ServerSettings {

    /** {@code quarkus.http.http2}. */
    @WithDefault("true")
    boolean http2();

    /**
     * {@code quarkus.http.limits.max-connections}, as a text: that it is no number the framework tells itself, and if it could
     * not be read here, nothing else of these settings would be checked.
     */
    @WithName("limits.max-connections")
    Optional<String> maxConnections();
}
