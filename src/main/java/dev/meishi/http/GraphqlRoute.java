package dev.meishi.http;

import dev.meishi.access.Caller;
import dev.meishi.execution.Execution;
import dev.meishi.failure.ErrorCode;
import dev.meishi.graphql.RequestRefused;
import dev.meishi.http.body.BodyReader;
import dev.meishi.http.body.GraphqlRequest;
import dev.meishi.http.body.Held;
import dev.meishi.http.body.StrictJson;
import dev.meishi.http.body.UrlParameters;
import dev.meishi.http.sites.CrossSite;
import dev.meishi.http.sites.SitesConfig;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * {@code /graphql} by the specification of GraphQL over HTTP: the steps a request goes through, in their order. It
 * stands before the framework's own endpoint, which is never reached.
 */
@ApplicationScoped
public class GraphqlRoute {

    /** The methods there are, for the {@code Allow} of a response that refuses another. */
    static final String ALLOWED = "GET, HEAD, POST, OPTIONS";

    private static final Logger LOG = Logger.getLogger(GraphqlRoute.class);

    /** Before the framework's WebSocket handler, which stands at -99. */
    private static final int BEFORE_THE_FRAMEWORK = -100;

    private final BodyReader bodies;
    private final RequestCallers callers;
    private final OperationStarter operations;
    private final SocketOpener sockets;
    private final Reply reply;
    private final Held.Holding holding;
    private final SitesConfig sites;
    private final boolean isGraphiqlServed;

    GraphqlRoute(
            BodyReader bodies,
            RequestCallers callers,
            OperationStarter operations,
            SocketOpener sockets,
            Reply reply,
            Held.Holding holding,
            SitesConfig sites,
            GraphiqlConfig graphiql) {
        this.bodies = bodies;
        this.callers = callers;
        this.operations = operations;
        this.sockets = sockets;
        this.reply = reply;
        this.holding = holding;
        this.sites = sites;
        this.isGraphiqlServed = graphiql.enabled();
    }

    void register(@Observes Router router) {
        router.route("/graphql").order(BEFORE_THE_FRAMEWORK).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        reply.begin(context);
        if (context.request().method().equals(HttpMethod.OPTIONS)) {
            reply.options(context);
            return;
        }
        if (isSocketWanted(context.request())) {
            guarded(context, ResponseFormat.GRAPHQL_RESPONSE, () -> sockets.open(context));
            return;
        }
        Held held = holding.open(context);
        context.response().closeHandler(gone -> held.close());
        joinLines(context.request(), HttpHeaders.ACCEPT);
        if (isGraphiqlServed && isPageWanted(context)) {
            reply.page(context, GraphiqlPage.BESIDE);
            return;
        }
        ResponseFormat format = ResponseFormat.of(context.parsedHeaders().accept());
        try {
            if (format == null) {
                throw RequestRefused.of(
                        ErrorCode.NOT_ACCEPTABLE,
                        "Accept must allow application/graphql-response+json or application/json, in UTF-8.");
            }
            ResponseFormat wanted = format;
            parameters(context)
                    .onSuccess(parameters -> guarded(context, wanted, () -> execute(context, wanted, parameters)))
                    .onFailure(thrown -> refuse(context, wanted, thrown));
        } catch (RuntimeException thrown) {
            refuse(context, format == null ? ResponseFormat.JSON : format, thrown);
        }
    }

    private static boolean isSocketWanted(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true);
    }

    /** Several lines of a header are one list (RFC 9110, 5.3); what reads it looks at the first. */
    private static void joinLines(HttpServerRequest request, CharSequence header) {
        List<String> lines = request.headers().getAll(header);
        if (lines.size() > 1) {
            request.headers().set(header, String.join(", ", lines));
        }
    }

    private Future<Map<String, Object>> parameters(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpMethod method = request.method();
        if (method.equals(HttpMethod.POST)) {
            requireJson(request);
            return bodies.read(context, Held.of(context)).map(GraphqlRoute::parsed);
        }
        if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
            CrossSite.check(context, sites.requirePreflight());
            return Future.succeededFuture(UrlParameters.read(request.query()));
        }
        throw RequestRefused.of(
                ErrorCode.METHOD_NOT_ALLOWED, "The method " + method + " is not allowed; use one of " + ALLOWED + ".");
    }

    /** Whether somebody has opened the bare address in a browser. */
    private static boolean isPageWanted(RoutingContext context) {
        HttpMethod method = context.request().method();
        String query = context.request().query();
        return (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))
                && (query == null || query.isEmpty())
                && ResponseFormat.isPagePreferred(context.parsedHeaders().accept());
    }

    private static Map<String, Object> parsed(byte[] body) {
        Map<String, Object> parameters = StrictJson.object(StrictJson.utf8(body, "The body"), "The body");
        if (parameters == null) {
            throw RequestRefused.of(ErrorCode.BAD_REQUEST, "The body must be a JSON object, but was null.");
        }
        return parameters;
    }

    private static void requireJson(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (!RequestType.isJson(type)) {
            throw RequestRefused.of(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Type must be application/json in UTF-8, but was " + (type == null ? "none" : type) + ".");
        }
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw RequestRefused.of(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Encoding is not supported, but was " + encoding + "; send the body as it is.");
        }
    }

    private void execute(RoutingContext context, ResponseFormat format, Map<String, Object> parameters) {
        GraphqlRequest request = GraphqlRequest.from(parameters);
        HttpServerRequest message = context.request();
        Held held = Held.of(context);
        boolean isReadOnly = !message.method().equals(HttpMethod.POST);
        Caller caller = callers.of(message);
        OperationStarter.Asker asker = new OperationStarter.Asker(isReadOnly, caller, Caching.bypassesCache(message));
        OperationStarter.Begun begun;
        try {
            begun = operations.begin(request, asker, held.answer());
        } catch (RequestRefused refused) {
            reply.refused(context, format, refused); // The metrics of operations tell of it.
            return;
        }
        Execution execution = begun.execution();
        held.began(execution);
        execution.result().whenComplete((result, thrown) -> {
            held.ended();
            if (thrown == null) {
                guarded(context, format, () -> reply.executed(context, format, begun, result));
            } else {
                refuse(context, format, thrown);
            }
        });
    }

    private void guarded(RoutingContext context, ResponseFormat format, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException thrown) {
            refuse(context, format, thrown);
        }
    }

    private void refuse(RoutingContext context, ResponseFormat format, Throwable thrown) {
        if (thrown instanceof RequestRefused refused) {
            reply.refusedBeforehand(context, format, refused);
        } else if (!context.response().closed()) {
            LOG.error("Unexpected error at /graphql", thrown);
            reply.failed(context, format);
        }
    }
}
