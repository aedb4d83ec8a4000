package dev.meishi.log;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import org.jboss.logging.Logger;
import org.jboss.logmanager.LogContext;

/**
 * Shows and changes the levels of the gateway's own log while it runs, on the management port alone: {@code GET
 * /q/log-levels}, {@code PUT} and {@code DELETE /q/log-levels/<category>}. Categories of libraries stay as they are
 * configured: what they say at {@code DEBUG} may be what somebody has sent.
 */
@ApplicationScoped
class LogLevels {

    static final String PATH = "/q/log-levels";

    private static final Logger LOG = Logger.getLogger(LogLevels.class);

    private static final String ROOT = "dev.meishi";

    private static final Map<String, Level> LEVELS = Map.of(
            "ERROR", org.jboss.logmanager.Level.ERROR,
            "WARN", org.jboss.logmanager.Level.WARN,
            "INFO", org.jboss.logmanager.Level.INFO,
            "DEBUG", org.jboss.logmanager.Level.DEBUG);

    /** What is configured for each category that has been changed; empty for what it has from the one above it. */
    private final Map<String, Configured> configured = new ConcurrentHashMap<>();

    private record Configured(Optional<Level> level) {}

    void register(@Observes ManagementInterface management) {
        Router router = management.router();
        router.get(PATH).handler(this::show);
        router.route(PATH + "/:category").handler(this::change);
    }

    private void show(RoutingContext context) {
        JsonObject levels = new JsonObject();
        TreeSet<String> names = new TreeSet<>();
        for (String name : Collections.list(LogContext.getLogContext().getLoggerNames())) {
            if (isOwn(name)) {
                names.add(name);
            }
        }
        names.forEach(name -> levels.put(name, effective(logger(name)).getName()));
        context.response().putHeader("content-type", "application/json").end(levels.encode());
    }

    private void change(RoutingContext context) {
        HttpServerRequest request = context.request();
        String category = String.valueOf(context.pathParam("category"));
        if (!isOwn(category) || LogContext.getLogContext().getLoggerIfExists(category) == null) {
            refuse(context, 404, "There is no such category; GET " + PATH + " lists them.");
        } else if (request.method().equals(HttpMethod.DELETE)) {
            restore(category);
            context.response().setStatusCode(204).end();
        } else if (!request.method().equals(HttpMethod.PUT)) {
            context.response().putHeader("allow", "PUT, DELETE");
            refuse(context, 405, "The method must be PUT or DELETE.");
        } else {
            Level level = LEVELS.get(String.valueOf(request.getParam("level")));
            if (level == null) {
                refuse(context, 400, "level must be ERROR, WARN, INFO or DEBUG, as in ?level=DEBUG.");
                return;
            }
            set(category, level);
            context.response().setStatusCode(204).end();
        }
    }

    private void set(String category, Level level) {
        org.jboss.logmanager.Logger logger = logger(category);
        configured.putIfAbsent(category, new Configured(Optional.ofNullable(logger.getLevel())));
        logger.setLevel(level);
        LOG.infof("The level of the log of %s is %s now.", category, level.getName());
    }

    private void restore(String category) {
        Configured before = configured.remove(category);
        if (before != null) {
            logger(category).setLevel(before.level().orElse(null));
            LOG.infof("The level of the log of %s is as configured again.", category);
        }
    }

    private static boolean isOwn(String category) {
        return category.equals(ROOT) || category.startsWith(ROOT + '.');
    }

    private static org.jboss.logmanager.Logger logger(String name) {
        return LogContext.getLogContext().getLogger(name);
    }

    /** Its own, or that of the nearest category above it which has one. */
    private static Level effective(org.jboss.logmanager.Logger logger) {
        org.jboss.logmanager.Logger at = logger;
        while (at.getLevel() == null && at.getParent() != null) {
            at = at.getParent();
        }
        Level level = at.getLevel();
        return level == null ? Level.INFO : level;
    }

    private static void refuse(RoutingContext context, int status, String message) {
        context.response()
                .setStatusCode(status)
                .putHeader("content-type", "text/plain")
                .end(message + "\n");
    }
}
