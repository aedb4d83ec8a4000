package dev.meishi.lineworks;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.client.api.ClientLogger;
import org.jboss.resteasy.reactive.client.api.LoggingScope;
import org.jboss.resteasy.reactive.client.handlers.ClientSendRequestHandler;
import org.jboss.resteasy.reactive.client.impl.ClientRequestContextImpl;
import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ClientRestHandler;

/**
 * Sends a call as the REST client does, but gives back the connection of a call that was cancelled while it waited for
 * one. The client itself aborts a cancelled call that has its connection; the other it forgets when the connection
 * comes, which nobody can use then until the deadline has passed. As a filter it takes the place of the client's own
 * sender, for which the client has no setting.
 */
final class Sender extends ClientSendRequestHandler implements ClientRequestFilter {

    Sender(LoggingScope scope, ClientLogger logger) {
        super(new HttpClientOptions(), false, scope, logger, Map.of(), List.of());
    }

    @Override
    public void filter(ClientRequestContext request) {
        ClientRestHandler[] handlers = ((ClientRequestContextImpl) request)
                .getRestClientRequestContext()
                .getHandlers();
        for (int i = 0; i < handlers.length; i++) {
            if (handlers[i] instanceof ClientSendRequestHandler) {
                handlers[i] = this;
            }
        }
    }

    /** First set, then looked whether cancelled; the canceller does it the other way round, so that one of them resets. */
    @Override
    public Uni<HttpClientRequest> createRequest(RestClientRequestContext call) {
        return super.createRequest(call).invoke(request -> {
            call.setHttpClientRequest(request);
            if (call.isUserCanceled()) {
                request.exceptionHandler(expected -> {}).reset();
            }
        });
    }
}
