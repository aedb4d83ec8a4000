package dev.meishi.lineworks.http;

import dev.meishi.memory.Budget;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.WriterInterceptor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.client.api.ClientLogger;
import org.jboss.resteasy.reactive.client.api.LoggingScope;
import org.jboss.resteasy.reactive.client.handlers.ClientSendRequestHandler;
import org.jboss.resteasy.reactive.client.impl.ClientRequestContextImpl;
import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ClientRestHandler;
import org.jboss.resteasy.reactive.common.util.MultivaluedTreeMap;

/**
 * Sends a call and receives its answer, in place of the REST client's own handler. That one leaks the connection of a call
 * that is cancelled while it waits for one, accepts an answer of any length, and copies it many times. The client has no
 * setting for its handler, so this one is a filter too, which puts itself into the handler's place.
 */
public final class BoundedSendHandler extends ClientSendRequestHandler implements ClientRequestFilter {

    private static final WriterInterceptor[] NONE = {};

    private final LoggingScope scope;
    private final ClientLogger logger;
    private final int mostBytes;
    private final Budget budget;

    /**
     * For one client.
     *
     * @param scope what of its calls is logged
     * @param logger that logs them
     * @param mostBytes that an answer may have
     * @param budget of all that are being received
     */
    public BoundedSendHandler(LoggingScope scope, ClientLogger logger, int mostBytes, Budget budget) {
        super(new HttpClientOptions(), false, scope, logger, Map.of(), List.of());
        this.scope = scope;
        this.logger = logger;
        this.mostBytes = mostBytes;
        this.budget = budget;
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

    @Override
    public void handle(RestClientRequestContext call) {
        if (!call.isAborted()) {
            call.suspend();
            createRequest(call).subscribe().with(request -> send(call, request), thrown -> notSent(call, thrown));
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

    private void send(RestClientRequestContext call, HttpClientRequest request) {
        if (call.isUserCanceled()) {
            return;
        }
        try {
            Buffer body = prepare(call, request);
            Future<HttpClientResponse> answered = body.length() == 0 ? request.send() : request.send(body);
            if (scope != LoggingScope.NONE) {
                logger.logRequest(request, body, false);
            }
            answered.onSuccess(response -> receive(call, response)).onFailure(broken -> failed(call, broken));
        } catch (IOException | RuntimeException impossible) {
            call.resume(impossible);
        }
    }

    private static Buffer prepare(RestClientRequestContext call, HttpClientRequest request) throws IOException {
        MultivaluedMap<String, String> headers = call.getRequestHeadersAsMap();
        Entity<?> entity = call.getEntity();
        Buffer body = Buffer.buffer();
        if (entity != null) {
            headers.putSingle(
                    HttpHeaders.CONTENT_TYPE, entity.getVariant().getMediaType().toString());
            body = call.writeEntity(entity, headers, NONE);
        }
        headers.forEach((name, values) -> request.headers().add(name, values));
        return body;
    }

    /** The log gathers the body for itself, where there is one. */
    private void receive(RestClientRequestContext call, HttpClientResponse response) {
        call.initialiseResponse(response);
        if (scope != LoggingScope.NONE) {
            logger.logResponse(response, false);
        }
        BoundedBody.of(response, mostBytes, budget)
                .onSuccess(body -> {
                    call.setResponseEntityStream(body.length == 0 ? null : new WholeBody(body));
                    call.resume();
                })
                .onFailure(broken -> failed(call, broken));
    }

    /** Before there is a response the client wants to see one without anything in it. */
    private static void notSent(RestClientRequestContext call, Throwable thrown) {
        call.setResponseHeaders(new MultivaluedTreeMap<>());
        call.setResponseReasonPhrase("unknown");
        failed(call, thrown);
    }

    private static void failed(RestClientRequestContext call, Throwable thrown) {
        call.resume(thrown instanceof IOException ? new ProcessingException(thrown) : thrown);
    }
}
