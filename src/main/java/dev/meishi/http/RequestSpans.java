package dev.meishi.http;

import dev.meishi.tracing.TraceSpan;
import dev.meishi.tracing.Tracing;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import org.jboss.logging.MDC;

/** Begins the spans of requests, in the traces that their clients send. */
@Singleton
public class RequestSpans {

    private static final int SERVER_ERROR = 500;

    private final Tracing tracing;

    RequestSpans(Tracing tracing) {
        this.tracing = tracing;
    }

    /**
     * Begins the span of a request. Its trace is in the context of the log from then on.
     *
     * @param name of it, one of few
     * @param request that is being handled on this thread
     * @return to be ended; {@link TraceSpan#NONE} if tracing is off, or this request not sampled
     */
    public TraceSpan begin(String name, HttpServerRequest request) {
        if (!tracing.isOn()) {
            return TraceSpan.NONE;
        }
        TraceSpan span = tracing.serve(name, TraceParent.span(request.getHeader(TraceParent.HEADER)));
        if (span.isRecorded()) {
            MDC.put(EveryRequest.TRACE_KEY, span.traceId());
        }
        return span;
    }

    /**
     * Begins the span of an operation on a WebSocket: in a trace of its own, as the one of the request that opened the socket
     * would have all that ever come on it.
     *
     * @param name of it, one of few
     * @param opening the request that opened the socket, which is linked
     * @return to be ended; {@link TraceSpan#NONE} if tracing is off, or this operation not sampled
     */
    public TraceSpan beginOnSocket(String name, HttpServerRequest opening) {
        return tracing.isOn()
                ? tracing.serveApart(name, TraceParent.span(opening.getHeader(TraceParent.HEADER)))
                : TraceSpan.NONE;
    }

    /**
     * Ends the span of a request for a resource, once what this thread is doing for it is done: the status may be decided
     * only then.
     *
     * @param span of the request
     * @param request that was answered, or whose client is gone
     */
    public static void end(TraceSpan span, HttpServerRequest request) {
        Context here = Vertx.currentContext();
        if (!span.isRecorded() || here == null) {
            span.end();
        } else {
            here.runOnContext(then -> endNow(span, request));
        }
    }

    private static void endNow(TraceSpan span, HttpServerRequest request) {
        int status = request.response().getStatusCode();
        span.set("http.request.method", request.method().name());
        span.set("http.response.status_code", status);
        if (status >= SERVER_ERROR) {
            span.failed();
        }
        span.end();
    }
}
