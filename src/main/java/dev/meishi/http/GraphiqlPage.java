package dev.meishi.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.jboss.logging.Logger;

/**
 * GraphiQL at {@code /graphiql/}: its files, built from {@code src/main/webui}, are in every build; this decides whether
 * they are served, and sends them with a policy under which they can reach nothing but this gateway.
 */
@ApplicationScoped
public class GraphiqlPage {

    /** Where the page is, seen from addresses beside it: a proxy on the way may have taken a part of the path away. */
    static final String BESIDE = "graphiql/";

    private static final Logger LOG = Logger.getLogger(GraphiqlPage.class);

    /** Before the files' own routes. */
    private static final int BEFORE_THE_FILES = -100;

    private static final String PAGE = "META-INF/resources/graphiql/index.html";

    /** Where the page takes the nonce of its response. */
    private static final String NONCE = "{nonce}";

    /**
     * Two relaxations, both of them Monaco's, the editor in GraphiQL. It writes theme and layout rules into
     * {@code <style>} elements of its own: the page has a nonce for them, so that no other ones are taken. It renders
     * lines of text as HTML with their places in {@code style} attributes, for which a policy has no nonce; such an
     * attribute can neither select another element nor load anything from elsewhere.
     */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-" + NONCE
            + "'; style-src-attr 'unsafe-inline'; connect-src 'self'; img-src 'self' data:; font-src 'self';"
            + " worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private final SecureRandom random = new SecureRandom();

    void register(@Observes Router router, GraphiqlConfig config) {
        // The framework adds a GraphiQL of its own wherever people develop and test, and has no setting against it.
        router.route("/q/graphql-ui*").order(BEFORE_THE_FILES).handler(context -> context.fail(404));
        if (config.enabled()) {
            String page = page();
            router.route("/graphiql*")
                    .order(BEFORE_THE_FILES)
                    .handler(Methods.reading(context -> serve(context, page)));
            router.route("/")
                    .method(HttpMethod.GET)
                    .method(HttpMethod.HEAD)
                    .order(BEFORE_THE_FILES)
                    .handler(GraphiqlPage::lead);
            LOG.info("GraphiQL is at /graphiql/");
        } else {
            router.route("/graphiql*").order(BEFORE_THE_FILES).handler(context -> context.fail(404));
        }
    }

    private void serve(RoutingContext context, String page) {
        String nonce = nonce();
        HttpServerResponse response = context.response();
        response.putHeader("Content-Security-Policy", POLICY.replace(NONCE, nonce));
        response.putHeader("X-Content-Type-Options", "nosniff");
        response.putHeader("Referrer-Policy", "no-referrer");
        switch (context.normalizedPath()) {
            case "/graphiql" -> lead(context);
            case "/graphiql/", "/graphiql/index.html" ->
                response.putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                        .end(page.replace(NONCE, nonce));
            default -> {
                if (context.normalizedPath().startsWith("/graphiql/assets/")) {
                    context.addHeadersEndHandler(sent -> keepIfFound(response));
                }
                context.next();
            }
        }
    }

    private static void lead(RoutingContext context) {
        context.response()
                .setStatusCode(Status.FOUND)
                .putHeader(HttpHeaders.LOCATION, BESIDE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end();
    }

    /** A file's name has a hash of its content: what is under it never changes. */
    private static void keepIfFound(HttpServerResponse response) {
        boolean isFound = response.getStatusCode() < 400;
        response.putHeader(HttpHeaders.CACHE_CONTROL, isFound ? "public, max-age=31536000, immutable" : "no-store");
    }

    private String nonce() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String page() {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(PAGE)) {
            if (file == null) {
                throw new IllegalStateException(PAGE + " is missing: run src/main/webui/build");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
