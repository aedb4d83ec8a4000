package dev.meishi.http;

import dev.meishi.failure.ErrorCode;
import dev.meishi.graphql.RequestRefused;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps other sites from using a visitor's browser to ask. A POST needs {@code application/json}, which no browser sends
 * elsewhere without asking first; that leaves GET, and every header below is one a browser asks for first too. What the
 * browser says of itself decides where there is none: {@code Sec-Fetch-Site} is set by all current ones and cannot be
 * set by a page.
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
        boolean isAllowed = context.response().headers().contains(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)
                || PREFLIGHT_HEADERS.stream().anyMatch(request.headers()::contains)
                || (!isHeaderRequired && isFromHere(request));
        if (!isAllowed) {
            throw RequestRefused.of(
                    ErrorCode.CROSS_SITE_REQUEST,
                    "A GET from another site's page needs one of the headers "
                            + String.join(", ", PREFLIGHT_HEADERS)
                            + ", and its origin in quarkus.http.cors.origins.");
        }
    }

    private static boolean isFromHere(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return FROM_HERE.contains(site.toLowerCase(Locale.ROOT));
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || isOf(origin, request);
    }

    /** Whether an origin is this server, by the name that it was asked by. */
    static boolean isOf(String origin, HttpServerRequest request) {
        String host = request.getHeader(HttpHeaders.HOST);
        return host != null && origin.toLowerCase(Locale.ROOT).endsWith("://" + host.toLowerCase(Locale.ROOT));
    }
}
