package dev.meishi.graphql;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** GraphiQL at {@code /graphiql/}: its files are always aboard, this decides whether they are served. */
@ApplicationScoped
public class Explorer {

    /** Before the files' own routes. */
    private static final int BEFORE_THE_FILES = -100;

    void register(@Observes Router router, @ConfigProperty(name = "meishi.graphiql.enabled") boolean isEnabled) {
        if (isEnabled) {
            router.get("/graphiql").order(BEFORE_THE_FILES).handler(context -> {
                if (context.normalizedPath().endsWith("/")) {
                    context.next();
                } else {
                    context.redirect("/graphiql/");
                }
            });
        } else {
            router.route("/graphiql*").order(BEFORE_THE_FILES).handler(context -> context.fail(404));
            router.route("/q/graphql-ui*").order(BEFORE_THE_FILES).handler(context -> context.fail(404));
        }
    }
}
