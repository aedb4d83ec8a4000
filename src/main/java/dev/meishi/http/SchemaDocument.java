package dev.meishi.http;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.DirectiveInfo;
import graphql.schema.idl.SchemaPrinter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The schema in the schema definition language, served at {@code /graphql/schema.graphql}. */
@ApplicationScoped
public class SchemaDocument {

    /** Before the framework's own route, whose text lists directives that no document can use. */
    private static final int BEFORE_THE_FRAMEWORK = -100;

    private final GraphQLSchema schema;
    private final Caching caching;

    SchemaDocument(GraphQLSchema schema, Caching caching) {
        this.schema = schema;
        this.caching = caching;
    }

    void register(@Observes Router router, IntrospectionConfig config) {
        Route route = router.route("/graphql/schema.graphql").order(BEFORE_THE_FRAMEWORK);
        if (!config.enabled()) {
            route.handler(context -> context.fail(404));
            return;
        }
        byte[] text = text().getBytes(StandardCharsets.UTF_8);
        String tag = caching.tag(List.of(ByteBuffer.wrap(text)));
        route.handler(Methods.reading(context -> serve(context, text, tag)));
    }

    /** Shown in a browser rather than stored as a file; a tool that has this very schema is not sent it again. */
    private static void serve(RoutingContext context, byte[] text, String tag) {
        HttpServerResponse response =
                context.response().putHeader(HttpHeaders.ETAG, tag).putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (Caching.isKnown(context.request(), tag)) {
            response.setStatusCode(Status.NOT_MODIFIED).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .putHeader("Content-Disposition", "inline; filename=\"schema.graphql\"")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(Buffer.buffer(text));
    }

    /**
     * Types, fields, arguments and scalars with their descriptions; directives every server has are left out, as the
     * specification allows, and so are those graphql-java adds of its own.
     *
     * @return valid SDL
     */
    String text() {
        return new SchemaPrinter(SchemaPrinter.Options.defaultOptions()
                        .includeScalarTypes(true)
                        .includeSchemaDefinition(true)
                        .includeDirectiveDefinitions(false)
                        .includeDirectives(DirectiveInfo::isGraphqlSpecifiedDirective))
                .print(schema);
    }
}
