package dev.meishi.privatecontact;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether members' private contacts are served at all. */
@ConfigMapping(prefix = "meishi.private-contacts")
public interface PrivateContactConfig {

    /**
     * Whether {@code privateContacts} answers: the vendor advises it for migration only, and it shows one member's own
     * contacts to every client that may query the gateway.
     *
     * @return false by default
     */
    @WithDefault("false")
    boolean enabled();
}
