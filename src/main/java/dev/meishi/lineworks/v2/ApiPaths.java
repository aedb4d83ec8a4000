package dev.meishi.lineworks.v2;

import dev.meishi.lineworks.UpstreamAddress;
import dev.meishi.lineworks.UpstreamConfig;
import dev.meishi.lineworks.http.Endpoints;
import dev.meishi.quota.Operation;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The paths of {@link LineWorksV2Api} and {@link LineWorksV2PhotoApi}, for spans. */
@Singleton
class ApiPaths implements Endpoints {

    private final UpstreamConfig config;
    private final UpstreamAddress address;
    private final boolean sandbox;

    ApiPaths(
            UpstreamConfig config,
            UpstreamAddress address,
            @ConfigProperty(name = "meishi.sandbox.enabled", defaultValue = "false") boolean sandbox) {
        this.config = config;
        this.address = address;
        this.sandbox = sandbox;
    }

    @Override
    public URI address() {
        return LineWorksV2Client.address(config, address, sandbox);
    }

    @Override
    public @Nullable String path(Operation operation) {
        return below(operation);
    }

    static @Nullable String below(Operation operation) {
        return switch (operation) {
            case LIST_CONTACTS -> "/contacts";
            case LIST_MEMBER_CONTACTS -> "/users/{userId}/contacts";
            case GET_CONTACT -> "/contacts/{contactId}";
            case GET_PHOTO -> "/contacts/{contactId}/photo";
            case LIST_TAGS -> "/contact-tags";
            case LIST_MEMBERS -> "/users";
            case LIST_MEMBER_KEYS -> "/users/external-keys";
            case LIST_GROUP_KEYS -> "/groups/external-keys";
            case LIST_ORG_UNITS -> "/orgunits";
            case LIST_PRIVATE_CONTACTS -> null;
        };
    }
}
