package dev.meishi.photo;

import dev.meishi.access.Caller;
import dev.meishi.contact.ContactPhotos;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.graphql.RequestRefused;
import dev.meishi.http.RequestCallers;
import dev.meishi.http.RequestSpans;
import dev.meishi.http.sites.CrossSite;
import dev.meishi.http.sites.SitesConfig;
import dev.meishi.ledger.Ledger;
import dev.meishi.lineworks.UpstreamPhoto;
import dev.meishi.memory.Account;
import dev.meishi.memory.Memory;
import dev.meishi.memory.Reservation;
import dev.meishi.tracing.TraceSpan;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;

/** The route of {@code Contact.photoUrl}: checks the request, and starts transfers. */
@ApplicationScoped
public class PhotoRoute {

    private final ContactPhotos photos;
    private final RequestCallers callers;
    private final RequestSpans spans;
    private final PhotosConfig config;
    private final SitesConfig sites;
    private final Memory memory;

    PhotoRoute(
            ContactPhotos photos,
            RequestCallers callers,
            RequestSpans spans,
            PhotosConfig config,
            SitesConfig sites,
            Memory memory) {
        this.photos = photos;
        this.callers = callers;
        this.spans = spans;
        this.config = config;
        this.sites = sites;
        this.memory = memory;
    }

    void register(@Observes Router router) {
        router.route("/contacts/:id/photo").handler(this::handle);
    }

    private void handle(RoutingContext context) {
        PhotoHead.begin(context.response());
        Reservation reserved = memory.of(Account.UPSTREAM).open();
        TraceSpan span = spans.begin("GET /contacts/{id}/photo", context.request());
        Runnable over = () -> {
            reserved.close();
            RequestSpans.end(span, context.request());
        };
        PhotoTransfer transfer = new PhotoTransfer(context.vertx(), context.request(), config, over);
        try {
            transfer.begin(opening(context, reserved, span));
        } catch (Failure failure) {
            transfer.refuse(failure);
            over.run();
        } catch (RequestRefused refused) {
            transfer.refuse(of(refused));
            over.run();
        }
    }

    private Uni<UpstreamPhoto> opening(RoutingContext context, Reservation reserved, TraceSpan span) {
        HttpServerRequest request = context.request();
        HttpMethod method = request.method();
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            context.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
            throw new Failure(
                    ErrorCode.METHOD_NOT_ALLOWED, "The method " + method + " is not allowed. Use GET or HEAD.");
        }
        CrossSite.check(context, sites.requirePreflight());
        Caller caller = callers.of(request);
        reserved.atLeast(PhotoTransfer.PIECES);
        return photos.open(
                Objects.requireNonNull(context.pathParam("id")),
                request.getHeader(HttpHeaders.IF_NONE_MATCH),
                Ledger.admitted(caller.interactive(config.timeout(), false)).under(span));
    }

    private static Failure of(RequestRefused refused) {
        Object code = refused.errors().get(0).getExtensions().get("code");
        return new Failure(
                ErrorCode.valueOf(String.valueOf(code)),
                String.valueOf(refused.errors().get(0).getMessage()));
    }
}
