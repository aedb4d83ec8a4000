package dev.meishi.http;

import dev.meishi.failure.ErrorCode;
import dev.meishi.graphql.RequestRefused;
import dev.meishi.http.sites.Hosts;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * What holds for every request to the callers' port before any route sees it: it has an id, it is meant for this gateway
 * and not for another host, and other origins' pages are allowed nothing outside of {@code /graphql} and photos.
 */
@ApplicationScoped
public class EveryRequest {

    /** Under which the id of a request stands in the log's context; the log's format names it too. */
    static final String LOG_KEY = "requestId";

    /** The same of the trace that a request belongs to. */
    private static final String TRACE_KEY = "traceId";

    private static final Logger LOG = Logger.getLogger(EveryRequest.class);

    /** The framework's CORS filter stands at -300. */
    private static final int BEFORE_CORS = -1_000;

    private static final int AFTER_CORS = -299;

    /** Characters of a foreign name that its refusal repeats. A name of DNS has at most 253. */
    private static final int SHOWN = 80;

    private static final CharSequence ID = HttpHeaders.createOptimized(RequestId.HEADER);

    private static final List<String> SHARING = List.of(
            "access-control-allow-origin",
            "access-control-allow-credentials",
            "access-control-allow-methods",
            "access-control-allow-headers",
            "access-control-expose-headers",
            "access-control-max-age");

    private final Hosts hosts;
    private final Reply reply;

    EveryRequest(Hosts hosts, Reply reply) {
        this.hosts = hosts;
        this.reply = reply;
    }

    void register(
            @Observes Router router,
            @ConfigProperty(name = "quarkus.http.cors.enabled", defaultValue = "false") boolean isCorsOn) {
        router.route().order(BEFORE_CORS).handler(this::begin);
        if (isCorsOn) {
            router.route().order(AFTER_CORS).handler(EveryRequest::close);
        }
    }

    private void begin(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        String id = RequestId.of(request.getHeader(ID));
        response.putHeader(ID, id);
        MDC.put(LOG_KEY, id);
        String trace = TraceParent.traceId(request.getHeader(TraceParent.HEADER));
        if (trace != null) {
            MDC.put(TRACE_KEY, trace);
        }
        String foreign = hosts.foreign(request);
        if (foreign != null) {
            refuse(context, misdirected(foreign));
        } else if (!isPreflight(request)) {
            context.next();
        } else if (isOpen(context)) {
            response.headers().add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
            context.next();
        } else {
            refuse(
                    context,
                    RequestRefused.of(
                            ErrorCode.CROSS_SITE_REQUEST,
                            "Pages of other origins may use only /graphql and photos, and only if quarkus.http.cors.origins has their origin."));
        }
    }

    private void refuse(RoutingContext context, RequestRefused refused) {
        LOG.debugf("Refused: %s", refused.getMessage());
        reply.begin(context);
        reply.refusedBeforehand(context, ResponseFormat.JSON, refused);
    }

    private static RequestRefused misdirected(String host) {
        String found = host.isEmpty() ? "none" : "'" + shown(host) + "'";
        return RequestRefused.of(
                ErrorCode.MISDIRECTED_REQUEST,
                "The request is for another host: its Host must be one of meishi.http.hosts, or a name of the"
                        + " loopback interface such as localhost, but was " + found + ".");
    }

    private static String shown(String host) {
        String printable = host.replaceAll("[^!-~]", "?");
        return printable.length() > SHOWN ? printable.substring(0, SHOWN) + "…" : printable;
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains(HttpHeaders.ORIGIN)
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }

    /** Whether the origins that the CORS filter allows are allowed this path. */
    private static boolean isOpen(RoutingContext context) {
        String path = context.normalizedPath();
        return path.equals("/graphql")
                || path.equals("/graphql/schema.graphql")
                || (path.startsWith("/contacts/") && path.endsWith("/photo"));
    }

    /** Takes back what the CORS filter, which knows no paths, has allowed. */
    private static void close(RoutingContext context) {
        if (context.request().headers().contains(HttpHeaders.ORIGIN) && !isOpen(context)) {
            SHARING.forEach(context.response().headers()::remove);
        }
        context.next();
    }
}
