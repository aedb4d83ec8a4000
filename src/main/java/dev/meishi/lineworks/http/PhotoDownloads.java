package dev.meishi.lineworks.http;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.lineworks.UpstreamConfig;
import dev.meishi.lineworks.UpstreamPhoto;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Fetches photos from where LINE WORKS has them, which are no calls of its API: they carry no credential and count in no
 * quota. Redirections are not followed. A photo is received as fast as it is read.
 */
@Singleton
public class PhotoDownloads {

    /** Seconds without a byte after which a connection is closed, whether or not somebody still wants what is on it. */
    private static final int IDLE = 60;

    private final Vertx vertx;
    private final HttpClient client;
    private final CallDurations durations;
    private final Duration timeout;

    PhotoDownloads(Vertx vertx, UpstreamConfig config, CallDurations durations) {
        this.vertx = vertx;
        this.durations = durations;
        this.timeout = config.timeout();
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(config.maxConnections())
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setKeepAliveTimeout((int) Math.max(1, config.keepAlive().toSeconds()))
                .setIdleTimeout(IDLE));
    }

    /** With the process. */
    @PreDestroy
    void close() {
        client.close();
    }

    /**
     * Begins to fetch a photo.
     *
     * @param place of it, which has been checked
     * @param tag of what the client has already; null if nothing, anything but one entity tag counts as nothing
     * @return it, within the time of a call; fails with {@link Failure}, {@code NOT_FOUND} where there is none
     */
    public Uni<UpstreamPhoto> open(URI place, @Nullable String tag) {
        return Uni.createFrom().deferred(() -> {
            CallDurations.Call call = durations.ofPhoto();
            Uni<UpstreamPhoto> opened = Uni.createFrom().emitter(emitter -> {
                Context context = vertx.getOrCreateContext();
                context.runOnContext(
                        now -> new Opening(emitter, context, call).begin(place, DownloadedPhoto.sane(tag)));
            });
            return call.watched(opened.ifNoItem()
                    .after(timeout)
                    .fail()
                    .onFailure()
                    .transform(thrown -> TransportErrors.from(thrown, timeout)));
        });
    }

    /** Until there is a head. */
    private final class Opening {

        private final UniEmitter<? super UpstreamPhoto> emitter;
        private final Context context;
        private final CallDurations.Call call;
        private final AtomicBoolean isOver = new AtomicBoolean();

        Opening(UniEmitter<? super UpstreamPhoto> emitter, Context context, CallDurations.Call call) {
            this.emitter = emitter;
            this.context = context;
            this.call = call;
        }

        private void begin(URI place, @Nullable String tag) {
            boolean isSecure = "https".equalsIgnoreCase(place.getScheme());
            String query = place.getRawQuery();
            RequestOptions options = new RequestOptions()
                    .setMethod(HttpMethod.GET)
                    .setSsl(isSecure)
                    .setHost(place.getHost())
                    .setPort(place.getPort() >= 0 ? place.getPort() : isSecure ? 443 : 80)
                    .setURI((place.getRawPath().isEmpty() ? "/" : place.getRawPath())
                            + (query == null ? "" : '?' + query))
                    .setFollowRedirects(false);
            if (tag != null) {
                options.putHeader(HttpHeaders.IF_NONE_MATCH, tag);
            }
            call.sent();
            client.request(options).onSuccess(this::send).onFailure(emitter::fail);
        }

        private void send(HttpClientRequest request) {
            emitter.onTermination(() -> {
                if (isOver.compareAndSet(false, true)) {
                    context.runOnContext(now -> request.reset());
                }
            });
            if (!isOver.get()) {
                request.send().onSuccess(this::head).onFailure(emitter::fail);
            }
        }

        private void head(HttpClientResponse response) {
            call.answered(response.statusCode());
            response.pause().exceptionHandler(emitter::fail);
            Failure failure = failure(response);
            if (failure != null) {
                emitter.fail(failure);
            } else if (isOver.compareAndSet(false, true)) {
                boolean isUnchanged = response.statusCode() == 304;
                emitter.complete(new DownloadedPhoto(response, context, timeout, isUnchanged));
            }
        }
    }

    private static @Nullable Failure failure(HttpClientResponse response) {
        int status = response.statusCode();
        @Nullable
        ErrorCode code = switch (status) {
            case 200, 304 -> null;
            case 404, 410 -> ErrorCode.NOT_FOUND;
            case 401, 403 -> ErrorCode.UPSTREAM_FORBIDDEN;
            case 408, 504 -> ErrorCode.UPSTREAM_TIMEOUT;
            case 429 -> ErrorCode.UPSTREAM_RATE_LIMITED;
            default -> status < 500 ? ErrorCode.UPSTREAM_INVALID : ErrorCode.UPSTREAM_UNAVAILABLE;
        };
        if (code == null) {
            return null;
        }
        Duration wait = code == ErrorCode.UPSTREAM_RATE_LIMITED
                ? RateLimitHeaders.seconds(response.getHeader(HttpHeaders.RETRY_AFTER))
                        .orElse(null)
                : null;
        String message = "The place that LINE WORKS names for the photo answered status " + status + ".";
        return new Failure(code, message, null, wait, null);
    }
}
