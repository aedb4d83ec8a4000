package dev.meishi.server;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The port of health and metrics is for probes and collectors, which are no browsers. The framework lets pages of any
 * origin read it and has no setting against that; here what a browser sends for a page is refused. The framework still
 * answers preflights, which say nothing.
 */
@ApplicationScoped
public class ManagementPort {

    /** As the framework's own CORS handler, which was there first. */
    private static final int FIRST = Integer.MIN_VALUE;

    void register(@Observes ManagementInterface management) {
        management.router().route().order(FIRST).handler(ManagementPort::check);
    }

    private static void check(RoutingContext context) {
        context.response().putHeader("X-Content-Type-Options", "nosniff");
        if (context.request().headers().contains(HttpHeaders.ORIGIN)) {
            context.response().headers().remove(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
            context.response().setStatusCode(403).end();
        } else {
            context.next();
        }
    }
}
