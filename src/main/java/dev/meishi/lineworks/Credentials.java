package dev.meishi.lineworks;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;

/**
 * Makes a call one that LINE WORKS accepts: the two credential headers of a Server API call (exactly one blank after
 * {@code Bearer}), and {@code :} in the query percent-encoded, which the vendor asks for and URI syntax does not.
 */
final class Credentials implements ClientRequestFilter {

    private final Tenant tenant;

    Credentials(Tenant tenant) {
        this.tenant = tenant;
    }

    @Override
    public void filter(ClientRequestContext request) {
        request.getHeaders().putSingle("consumerKey", tenant.consumerKey().value());
        request.getHeaders()
                .putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + tenant.serverToken().value());
        URI uri = request.getUri();
        String query = uri.getRawQuery();
        if (query != null && query.indexOf(':') >= 0) {
            String text = uri.toString();
            int start = text.indexOf('?');
            request.setUri(URI.create(text.substring(0, start) + text.substring(start).replace(":", "%3A")));
        }
    }
}
