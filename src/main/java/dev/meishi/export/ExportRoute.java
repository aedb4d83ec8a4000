package dev.meishi.export;

import dev.meishi.access.CallerClass;
import dev.meishi.access.Callers;
import dev.meishi.execution.Engine;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.graphql.Documents;
import dev.meishi.graphql.PreparedOperation;
import dev.meishi.graphql.RequestRefused;
import dev.meishi.http.RequestSpans;
import dev.meishi.http.body.UrlParameters;
import dev.meishi.http.sites.CrossSite;
import dev.meishi.http.sites.SitesConfig;
import dev.meishi.memory.Account;
import dev.meishi.memory.Memory;
import dev.meishi.server.Draining;
import dev.meishi.tracing.TraceSpan;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The route {@code /export/contacts.ndjson}: checks who may export, and starts exports. */
@ApplicationScoped
public class ExportRoute {

    private static final Logger LOG = Logger.getLogger(ExportRoute.class);

    /**
     * Contacts of a page. Reading on from the last one takes a page of LINE WORKS that has that one too, and such a page
     * reaches these many further nearly everywhere: 50,000 contacts take 128 calls in 125 pages. With 500 they would take
     * two calls for each.
     */
    private static final int PAGE = 400;

    private final Engine engine;
    private final Callers callers;
    private final RequestSpans spans;
    private final ExportConfig config;
    private final SitesConfig sites;
    private final Memory memory;
    private final Draining draining;
    private final PreparedOperation document;
    private final GraphQLScalarType dateTime;
    private final Slots slots;

    ExportRoute(
            GraphQLSchema schema,
            Documents documents,
            Engine engine,
            Callers callers,
            RequestSpans spans,
            Slots slots,
            ExportConfig config,
            SitesConfig sites,
            Memory memory,
            Draining draining) {
        this.engine = engine;
        this.callers = callers;
        this.spans = spans;
        this.slots = slots;
        this.config = config;
        this.sites = sites;
        this.memory = memory;
        this.draining = draining;
        this.document = documents.own(ContactDocument.of(schema));
        this.dateTime = (GraphQLScalarType) Objects.requireNonNull(schema.getType("DateTime"));
    }

    void register(@Observes Router router) {
        router.route("/export/contacts.ndjson").handler(this::handle);
    }

    private void handle(RoutingContext context) {
        context.response()
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.VARY, "Authorization, Origin")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
        Throughput throughput = new Throughput(config.minThroughput().asLongValue(), config.stallTimeout());
        Timers timers = Timers.here(context.vertx());
        NdjsonResponse response = new NdjsonResponse(context.request(), timers, throughput);
        try {
            begin(context, response, timers);
        } catch (Failure failure) {
            response.refuse(ExportError.of(failure));
        } catch (RequestRefused refused) {
            response.refuse(ExportError.of(refused.errors().get(0)));
        } catch (RuntimeException thrown) {
            LOG.error("Unexpected at /export", thrown);
            response.refuse(ExportError.unexpected());
        }
    }

    private void begin(RoutingContext context, NdjsonResponse response, Timers timers) {
        HttpMethod method = context.request().method();
        if (!method.equals(HttpMethod.GET)) {
            context.response().putHeader(HttpHeaders.ALLOW, "GET");
            throw new Failure(ErrorCode.METHOD_NOT_ALLOWED, "The method " + method + " is not allowed. Use GET.");
        }
        CrossSite.check(context, sites.requirePreflight());
        CallerClass caller = callers.of(context.request().getHeader(HttpHeaders.AUTHORIZATION));
        if (!caller.mayExport()) {
            throw new Failure(
                    ErrorCode.EXPORT_NOT_ALLOWED,
                    "Clients of this class may not export (meishi.callers.<class>.export).");
        }
        ExportQuery query =
                ExportQuery.from(UrlParameters.texts(context.request().query()), dateTime);
        Runnable slot = slots.take(caller.name());
        TraceSpan span = spans.begin("GET /export/contacts.ndjson", context.request());
        Export export = new Export(
                (after, ledger) -> engine.startOwn(document, variables(query, after), ledger.under(span)),
                query,
                response,
                timers,
                config,
                memory.of(Account.EXPORTS).open(),
                () -> {
                    slot.run();
                    RequestSpans.end(span, context.request());
                });
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
