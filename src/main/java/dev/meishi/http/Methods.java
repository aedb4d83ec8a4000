package dev.meishi.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Which methods a resource has that can only be read. */
final class Methods {

    private static final String ALLOWED = "GET, HEAD, OPTIONS";

    private Methods() {}

    /** A handler of GET and HEAD that answers OPTIONS, and any other method with 405. */
    static Handler<RoutingContext> reading(Handler<RoutingContext> reading) {
        return context -> {
            HttpMethod method = context.request().method();
            if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
                reading.handle(context);
                return;
            }
            HttpServerResponse response = context.response().putHeader(HttpHeaders.ALLOW, ALLOWED);
            response.setStatusCode(method.equals(HttpMethod.OPTIONS) ? Status.NO_CONTENT : Status.METHOD_NOT_ALLOWED)
                    .end();
        };
    }
}
