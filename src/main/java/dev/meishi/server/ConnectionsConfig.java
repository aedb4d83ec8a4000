package dev.meishi.server;

import dev.meishi.settings.CheckedBy;
import dev.meishi.settings.Ranges;
import dev.meishi.settings.SettingsCheck;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * Limits of a connection before it has a request. They are looked up where no injection reaches, so this mapping must be
 * there always; and so must the others of this prefix, as keys that none of those present has are refused.
 */
@Unremovable
@CheckedBy(ConnectionsConfig.Check.class)
@ConfigMapping(prefix = "meishi.http")
public interface ConnectionsConfig {

    /**
     * Maximum time for a request line and its headers, from the first byte to the empty line; for the first request of a
     * connection, from its opening.
     *
     * @return 10 s by default: a head is a packet or two, and the slowest of mobile networks send those in one
     */
    @WithDefault("10s")
    Duration headTimeout();

    /**
     * The maximum number of open connections from one address; for IPv6, from one network of 64 bits. Behind a proxy all
     * clients have the proxy's address.
     *
     * @return none by default: only the number of all connections is limited
     */
    OptionalInt connectionsPerAddress();

    /** The ranges of its settings. */
    @RegisterForReflection(fields = false)
    final class Check implements SettingsCheck<ConnectionsConfig> {

        /** As {@link CheckedBy} needs it. */
        public Check() {}

        @Override
        public void check(ConnectionsConfig set, Mistakes mistakes) {
            Ranges.of("meishi.http", mistakes)
                    .within("head-timeout", set.headTimeout(), Ranges.MILLISECOND, Ranges.DAY);
        }
    }
}
