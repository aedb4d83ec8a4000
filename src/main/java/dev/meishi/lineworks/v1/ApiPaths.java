package dev.meishi.lineworks.v1;

import dev.meishi.lineworks.UpstreamAddress;
import dev.meishi.lineworks.UpstreamConfig;
import dev.meishi.lineworks.http.Endpoints;
import dev.meishi.quota.Operation;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The paths of {@link LineWorksV1Api}, for spans. */
record ApiPaths(UpstreamConfig config, UpstreamAddress upstream) implements Endpoints {

    private static final String CONTACTS = "/r/{apiId}/contact/v3/domains/{domainId}/shared/contacts";

    @Override
    public URI address() {
        return upstream.uri();
    }

    @Override
    public @Nullable String path(Operation operation) {
        return operation == Operation.LIST_TAGS ? config.tagsPath().orElse(null) : below(operation);
    }

    static @Nullable String below(Operation operation) {
        return switch (operation) {
            case LIST_CONTACTS -> CONTACTS;
            case GET_CONTACT -> CONTACTS + "/{resourceId}";
            case LIST_PRIVATE_CONTACTS -> "/migration/{apiId}/contact/listPrivateContact/v1";
            default -> null;
        };
    }

    @Override
    public String method(Operation operation) {
        return verb(operation);
    }

    static String verb(Operation operation) {
        return operation == Operation.LIST_PRIVATE_CONTACTS ? "POST" : "GET";
    }
}
