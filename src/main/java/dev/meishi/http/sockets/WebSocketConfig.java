package dev.meishi.http.sockets;

import dev.meishi.settings.CheckedBy;
import dev.meishi.settings.Ranges;
import dev.meishi.settings.SettingsCheck;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** GraphQL over WebSocket, by the protocol {@code graphql-transport-ws}. */
@CheckedBy(WebSocketConfig.Check.class)
@ConfigMapping(prefix = "meishi.websocket")
public interface WebSocketConfig {

    /**
     * Whether {@code /graphql} takes WebSockets.
     *
     * @return false by default: there is nothing to subscribe to, and a socket is a connection that stays
     */
    @WithDefault("false")
    boolean enabled();

    /**
     * Origins ({@code https://frontend.example}) of other sites' pages that may open one.
     *
     * @return none by default: only pages of this very host, and clients other than browsers
     */
    Optional<Set<String>> origins();

    /**
     * Maximum time from a socket's opening to its {@code connection_init}.
     *
     * @return 3 s by default
     */
    @WithDefault("3s")
    Duration initTimeout();

    /**
     * Bytes of answers that a socket may hold because its client has not read them; one more answer closes it.
     *
     * @return 4 MiB by default: one large answer under way may be followed by another
     */
    @WithDefault("4M")
    MemorySize maxUnread();

    /** The ranges of its settings. */
    @RegisterForReflection(fields = false)
    final class Check implements SettingsCheck<WebSocketConfig> {

        /** As {@link CheckedBy} needs it. */
        public Check() {}

        @Override
        public void check(WebSocketConfig set, Mistakes mistakes) {
            Ranges.of("meishi.websocket", mistakes)
                    .within("init-timeout", set.initTimeout(), Ranges.MILLISECOND, Ranges.DAY);
        }
    }
}
