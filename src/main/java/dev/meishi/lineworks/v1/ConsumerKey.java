package dev.meishi.lineworks.v1;

import dev.meishi.lineworks.Tenant;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/** Puts the consumer key on every request: which application calls. That it may is said by {@link ServerToken}. */
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
