package dev.meishi.http;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.DirectiveInfo;
import graphql.schema.idl.SchemaPrinter;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The schema in the schema definition language, served at {@code /graphql/schema.graphql}. */
@ApplicationScoped
public class SchemaDocument {

    /** Before the framework's own route, whose text lists directives that no document can use. */
    private static final int BEFORE_THE_FRAMEWORK = -100;

    private final GraphQLSchema schema;

    SchemaDocument(GraphQLSchema schema) {
        this.schema = schema;
    }

    void register(@Observes Router router, IntrospectionConfig config) {
        Route route = router.route("/graphql/schema.graphql").order(BEFORE_THE_FRAMEWORK);
        if (!config.enabled()) {
            route.handler(context -> context.fail(404));
            return;
        }
        String text = text();
        route.handler(Methods.reading(context -> context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain;charset=UTF-8")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(text)));
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
