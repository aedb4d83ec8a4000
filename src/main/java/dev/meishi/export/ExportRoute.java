package dev.meishi.export;

import dev.meishi.access.Callers;
import dev.meishi.execution.Engine;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.graphql.Documents;
import dev.meishi.graphql.PreparedOperation;
import dev.meishi.graphql.RequestRefused;
import dev.meishi.http.CrossSite;
import dev.meishi.http.Draining;
import dev.meishi.http.HttpConfig;
import dev.meishi.http.UrlParameters;
import graphql.schema.GraphQLSchema;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** {@code /export/contacts.ndjson}: who may have an export, and of what. */
@ApplicationScoped
public class ExportRoute {

    private static final Logger LOG = Logger.getLogger(ExportRoute.class);

    /**
     * Contacts of a page. Reading on from the last one takes a page of LINE WORKS that has that one too, and such a page
     * reaches these many further nearly everywhere: 50,000 contacts take 128 calls in 125 pages. With 500 they would take
     * two calls for each.
     */
    private static final int PAGE = 400;

    /** When one of the exports under way may be over; nobody knows. */
    private static final Duration SOMETIME = Duration.ofSeconds(30);

    private final Engine engine;
    private final Callers callers;
    private final ExportConfig config;
    private final HttpConfig httpConfig;
    private final Draining draining;
    private final PreparedOperation document;
    private final AtomicInteger underWay = new AtomicInteger();

    ExportRoute(
            GraphQLSchema schema,
            Documents documents,
            Engine engine,
            Callers callers,
            ExportConfig config,
            HttpConfig httpConfig,
            Draining draining) {
        this.engine = engine;
        this.callers = callers;
        this.config = config;
        this.httpConfig = httpConfig;
        this.draining = draining;
        this.document = documents.own(ContactDocument.of(schema));
    }

    void register(@Observes Router router) {
        router.route("/export/contacts.ndjson").handler(this::handle);
    }

    private void handle(RoutingContext context) {
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store").putHeader("X-Content-Type-Options", "nosniff");
        Outlet outlet = new Outlet(context.request(), context.vertx(), config.stallTimeout());
        try {
            begin(context, outlet, admitted(context));
        } catch (Failure failure) {
            outlet.refuse(Trouble.of(failure));
        } catch (RequestRefused refused) {
            outlet.refuse(Trouble.of(refused.errors().get(0)));
        } catch (RuntimeException thrown) {
            LOG.error("Unexpected at /export", thrown);
            outlet.refuse(Trouble.unexpected());
        }
    }

    private ExportQuery admitted(RoutingContext context) {
        HttpMethod method = context.request().method();
        if (!method.equals(HttpMethod.GET)) {
            context.response().putHeader(HttpHeaders.ALLOW, "GET");
            throw new Failure(ErrorCode.METHOD_NOT_ALLOWED, "The method " + method + " is not taken, but GET is.");
        }
        CrossSite.check(context, httpConfig.requirePreflight());
        if (!callers.of(context.request().getHeader(HttpHeaders.AUTHORIZATION)).mayExport()) {
            throw new Failure(
                    ErrorCode.EXPORT_NOT_ALLOWED,
                    "Callers of this class may not export (meishi.callers.<class>.export).");
        }
        return ExportQuery.from(UrlParameters.read(context.request().query()));
    }

    private void begin(RoutingContext context, Outlet outlet, ExportQuery query) {
        if (underWay.incrementAndGet() > config.atOnce()) {
            underWay.decrementAndGet();
            throw new Failure(
                    ErrorCode.TOO_MANY_EXPORTS,
                    "As many exports as may go on at once do so: " + config.atOnce() + " (meishi.export.at-once).",
                    null,
                    SOMETIME,
                    null);
        }
        Export export = new Export(
                (after, ledger) -> engine.startOwn(document, variables(query, after), ledger),
                query.after(),
                outlet,
                context.vertx(),
                config.patience(),
                underWay::decrementAndGet);
        export.begin(draining.atEnd(export::stop));
    }

    private static Map<String, Object> variables(ExportQuery query, @Nullable String after) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("first", PAGE);
        variables.put("filter", query.filter());
        if (after != null) {
            variables.put("after", after);
        }
        return variables;
    }
}
