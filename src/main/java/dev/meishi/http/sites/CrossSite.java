package dev.meishi.http.sites;

import dev.meishi.failure.ErrorCode;
import dev.meishi.graphql.RequestRefused;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps pages of other sites from sending requests through a visitor's browser. A POST needs {@code application/json}, which no browser sends
 * elsewhere without asking first (a preflight). That leaves GET, which passes by the first of these that decides:
 *
 * <ol>
 *   <li>The CORS filter allows its origin, or it has one of the headers that a browser asks for first: it passes.
 *   <li>{@code Sec-Fetch-Site}, which no page can set: {@code same-origin} and {@code none} pass, any other does not.
 *       Browsers send it to trustworthy addresses alone: HTTPS and loopback names (W3C Fetch Metadata).
 *   <li>{@code Origin}, else {@code Referer}, which no page can forge: this very host passes, any other does not.
 *   <li>Nothing says where it comes from. A browser sends that over plain HTTP, for an image whose page hides its
 *       address. It does not pass if it looks like a browser's: its {@code User-Agent} begins with {@code Mozilla/}, as
 *       that of all browsers does, or it has an {@code Accept-Language} that names a language. What is left is no
 *       browser and passes: curl, servers, native clients.
 * </ol>
 *
 * <p>Nothing of this depends on how the connection was made: behind a proxy that ends TLS browsers still say where they
 * come from, and over plain HTTP they are refused for not saying it.
 */
public final class CrossSite {

    /** A header of any value; the last two are sent by Apollo's clients. */
    static final List<String> PREFLIGHT_HEADERS =
            List.of("GraphQL-Require-Preflight", "Apollo-Require-Preflight", "X-Apollo-Operation-Name");

    private static final Set<String> FROM_HERE = Set.of("same-origin", "none");

    private CrossSite() {}

    /**
     * Lets a GET pass, or not.
     *
     * @param context of the request, after the CORS filter has answered for the origins that it allows
     * @param isHeaderRequired whether only a preflight header will do
     * @throws RequestRefused {@code CROSS_SITE_REQUEST}
     */
    public static void check(RoutingContext context, boolean isHeaderRequired) {
        HttpServerRequest request = context.request();
        if (context.response().headers().contains(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)
                || PREFLIGHT_HEADERS.stream().anyMatch(request.headers()::contains)) {
            return;
        }
        String reason = isHeaderRequired ? "meishi.http.require-preflight is on" : suspicion(request);
        if (reason != null) {
            throw RequestRefused.of(
                    ErrorCode.CROSS_SITE_REQUEST,
                    "The GET may come from a page of another site: " + reason + ". Send a POST, or one of the headers "
                            + String.join(", ", PREFLIGHT_HEADERS)
                            + "; a page of another origin also needs its origin in quarkus.http.cors.origins.");
        }
    }

    /** Why a request may be of another site's page; null if it is not. */
    private static @Nullable String suspicion(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return FROM_HERE.contains(site.toLowerCase(Locale.ROOT)) ? null : "its Sec-Fetch-Site is not same-origin";
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null) {
            return isOf(origin, request) ? null : "its Origin is not this host";
        }
        String referrer = request.getHeader(HttpHeaders.REFERER);
        if (referrer != null) {
            return isOf(originOf(referrer), request) ? null : "its Referer is not of this host";
        }
        return isBrowser(request)
                ? "it looks like a browser's and has no Sec-Fetch-Site, which browsers send over HTTPS and to localhost"
                : null;
    }

    private static boolean isBrowser(HttpServerRequest request) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        String language = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        // Node's fetch sends "*", which no browser does.
        return (agent != null && agent.regionMatches(true, 0, "Mozilla/", 0, 8))
                || (language != null && !language.isBlank() && !language.strip().equals("*"));
    }

    /** Scheme, host and port of an address. */
    private static String originOf(String address) {
        int host = address.indexOf("://") + 3;
        int path = address.indexOf('/', host);
        return path < 0 ? address : address.substring(0, path);
    }

    /**
     * Whether an origin is this server, by the name under which the request reached it.
     *
     * @param origin scheme, host and port, as in {@code Origin}
     * @param request with its {@code Host}
     * @return whether they agree
     */
    public static boolean isOf(String origin, HttpServerRequest request) {
        String host = request.getHeader(HttpHeaders.HOST);
        return host != null && origin.toLowerCase(Locale.ROOT).endsWith("://" + host.toLowerCase(Locale.ROOT));
    }
}
