package dev.meishi.http;

import dev.meishi.execution.OperationResult;
import dev.meishi.failure.ErrorCode;
import dev.meishi.graphql.Limits;
import dev.meishi.graphql.RequestRefused;
import dev.meishi.http.body.Held;
import dev.meishi.ledger.UsageReport;
import dev.meishi.server.Delivery;
import dev.meishi.server.Readers;
import dev.meishi.server.RefusedRequests;
import graphql.GraphQLError;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the response to a request, with every header that belongs to it. */
@Singleton
class Reply {

    /** On what an answer depends beside the URL. */
    private static final CharSequence VARY = HttpHeaders.createOptimized("Accept, Authorization, Origin");

    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");

    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");

    /** RFC 9110, 10.2.3. */
    private static final CharSequence RETRY_AFTER = HttpHeaders.createOptimized("retry-after");

    private final Caching caching;
    private final Limits limits;
    private final Readers readers;
    private final HttpConfig config;

    Reply(Caching caching, Limits limits, Readers readers, HttpConfig config) {
        this.caching = caching;
        this.limits = limits;
        this.readers = readers;
        this.config = config;
    }

    /** Headers of whatever is replied. */
    void begin(RoutingContext context) {
        HttpServerResponse response = context.response();
        response.headers().add(HttpHeaders.VARY, VARY);
        response.putHeader(CONTENT_TYPE_OPTIONS, NOSNIFF);
    }

    /** The methods there are. */
    void options(RoutingContext context) {
        context.response().putHeader(HttpHeaders.ALLOW, GraphqlRoute.ALLOWED);
        end(context, Status.NO_CONTENT, Buffer.buffer());
    }

    /** A browser is led to a page. */
    void page(RoutingContext context, String address) {
        context.response()
                .putHeader(HttpHeaders.LOCATION, address)
                .putHeader(HttpHeaders.CACHE_CONTROL, Caching.NOTHING);
        end(context, Status.FOUND, Buffer.buffer());
    }

    /** An operation was executed, with or without errors at fields. */
    void executed(RoutingContext context, ResponseFormat format, OperationStarter.Begun begun, OperationResult result) {
        ResponseBody answer = ResponseBody.of(result, begun.execution(), limits, begun.request());
        if (!result.isDataPresent()) {
            refused(context, format, result.errors().get(0), answer.written());
            return;
        }
        HttpServerResponse response = context.response();
        UsageReport.Age age = answer.age();
        if (age != null) {
            response.putHeader(HttpHeaders.AGE, String.valueOf(age.age().toSeconds()));
        }
        boolean isGet = !context.request().method().equals(HttpMethod.POST);
        if (!isGet || !result.errors().isEmpty()) {
            response.putHeader(HttpHeaders.CACHE_CONTROL, Caching.NOTHING);
            send(context, format, Status.OK, answer.written());
            return;
        }
        String tag = caching.tag(answer.found());
        response.putHeader(HttpHeaders.CACHE_CONTROL, caching.control(begun.operation()));
        response.putHeader(HttpHeaders.ETAG, tag);
        if (Caching.isKnown(context.request(), tag)) {
            end(context, Status.NOT_MODIFIED, Buffer.buffer());
        } else {
            send(context, format, Status.OK, answer.written());
        }
    }

    /** A request was refused before an operation was looked for in it, of which nothing else tells. */
    void refusedBeforehand(RoutingContext context, ResponseFormat format, RequestRefused refused) {
        GraphQLError first = refused.errors().get(0);
        ErrorCode code = ErrorCode.valueOf(String.valueOf(first.getExtensions().get("code")));
        RefusedRequests.count(code, Status.of(first, format));
        refused(context, format, refused);
    }

    /** A request was refused. */
    void refused(RoutingContext context, ResponseFormat format, RequestRefused refused) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put(
                "errors",
                refused.errors().stream().map(GraphQLError::toSpecification).toList());
        GraphQLError first = refused.errors().get(0);
        refused(context, isMiss(context, first) ? ResponseFormat.JSON : format, first, ResponseBody.written(response));
    }

    /**
     * A document that is not stored yet, for a caller that takes JSON too: a step of its protocol, for which browsers
     * write no failure into their consoles if it comes as a 200, and that is the status in JSON alone.
     */
    private static boolean isMiss(RoutingContext context, GraphQLError first) {
        return ErrorCode.PERSISTED_QUERY_NOT_FOUND
                        .name()
                        .equals(first.getExtensions().get("code"))
                && ResponseFormat.JSON.isAccepted(context.parsedHeaders().accept());
    }

    /** Something went wrong that should not. */
    void failed(RoutingContext context, ResponseFormat format) {
        refused(context, format, RequestRefused.of(ErrorCode.INTERNAL, "The gateway failed; its log has the cause."));
    }

    private void refused(RoutingContext context, ResponseFormat format, GraphQLError first, Buffer response) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, Caching.NOTHING);
        int status = Status.of(first, format);
        if (status == 405) {
            context.response().putHeader(HttpHeaders.ALLOW, GraphqlRoute.ALLOWED);
        }
        String wait = retryAfter(first, status);
        if (wait != null) {
            context.response().putHeader(RETRY_AFTER, wait);
        }
        send(context, format, status, response);
    }

    /** The seconds that a refusal says to wait; null where it says none, or is a 200, in which they have no meaning. */
    static @Nullable String retryAfter(GraphQLError refusal, int status) {
        return status >= 400 && refusal.getExtensions().get("retryAfterSeconds") instanceof Number seconds
                ? String.valueOf(seconds.longValue())
                : null;
    }

    private void send(RoutingContext context, ResponseFormat format, int status, Buffer body) {
        HttpServerResponse response = context.response();
        if (!response.closed() && !response.ended()) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, format.contentType());
            end(context, status, body);
        } else {
            Held.close(context);
        }
    }

    /** A body that was not read is thrown away as far as it is there; the connection sees to the rest. */
    private void end(RoutingContext context, int status, Buffer body) {
        HttpServerRequest request = context.request();
        context.response().setStatusCode(status);
        Delivery.of(context.vertx(), request, body, config.writeTimeout(), readers)
                .onComplete(over -> Held.close(context));
        if (!request.isEnded()) {
            request.resume();
        }
    }
}
