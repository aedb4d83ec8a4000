package dev.meishi.lineworks.v1;

import dev.meishi.lineworks.Tenant;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/** Puts the consumer key, which identifies the application, on every request. {@link ServerToken} adds its permission. */
final class ConsumerKey implements ClientRequestFilter {

    /** The header's name. */
    static final String HEADER = "consumerKey";

    private final Tenant tenant;

    ConsumerKey(Tenant tenant) {
        this.tenant = tenant;
    }

    @Override
    public void filter(ClientRequestContext request) {
        request.getHeaders().putSingle(HEADER, tenant.consumerKey().value());
    }
}
