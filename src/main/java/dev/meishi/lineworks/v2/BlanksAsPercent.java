package dev.meishi.lineworks.v2;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.net.URI;

/** Writes blanks of the query as {@code %20}, which the vendor's pages ask for; the client writes them as {@code +}. */
final class BlanksAsPercent implements ClientRequestFilter {

    @Override
    public void filter(ClientRequestContext request) {
        String uri = request.getUri().toString();
        int query = uri.indexOf('?');
        if (query >= 0 && uri.indexOf('+', query) >= 0) {
            request.setUri(
                    URI.create(uri.substring(0, query) + uri.substring(query).replace("+", "%20")));
        }
    }
}
