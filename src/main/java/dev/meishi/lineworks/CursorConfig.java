package dev.meishi.lineworks;

import dev.meishi.secret.Secret;
import dev.meishi.settings.CheckedBy;
import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How cursors are made. */
@CheckedBy(CursorCheck.class)
@ConfigMapping(prefix = "meishi.cursors")
public interface CursorConfig {

    /**
     * What the seals of cursors are derived from.
     *
     * @return empty if they are derived from the credentials that LINE WORKS has given out
     */
    Optional<Secret> secret();
}
