package dev.meishi.lineworks.v1;

import dev.meishi.lineworks.Tenant;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/** Puts the two credential headers of a Server API call on every request; exactly one blank after {@code Bearer}. */
final class Credentials implements ClientRequestFilter {

    private final Tenant tenant;

    Credentials(Tenant tenant) {
        this.tenant = tenant;
    }

    @Override
    public void filter(ClientRequestContext request) {
        request.getHeaders().putSingle("consumerKey", tenant.consumerKey().value());
        request.getHeaders()
                .putSingle(
                        HttpHeaders.AUTHORIZATION,
                        "Bearer " + tenant.serverToken().value());
    }
}
