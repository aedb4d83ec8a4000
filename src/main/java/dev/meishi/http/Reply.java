package dev.meishi.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.meishi.failure.ErrorCode;
import dev.meishi.graphql.Execution;
import dev.meishi.graphql.Limit;
import dev.meishi.graphql.Limits;
import dev.meishi.graphql.PreparedOperation;
import dev.meishi.graphql.RequestRefused;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Writes what a request came to, with every header that belongs to it. */
@ApplicationScoped
class Reply {

    /** On what an answer depends beside the URL. */
    private static final String VARY = "Accept, Authorization, Origin";

    /** Time for a caller to read a refusal before the connection is closed over the rest of its body. */
    private static final Duration LAST_WORD = Duration.ofSeconds(1);

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                    .build())
            .build();

    private final Caching caching;
    private final Limits limits;
    private final HttpConfig config;

    Reply(Caching caching, Limits limits, HttpConfig config) {
        this.caching = caching;
        this.limits = limits;
        this.config = config;
    }

    /** Headers of whatever is replied. */
    void begin(RoutingContext context) {
        HttpServerResponse response = context.response();
        response.headers().add(HttpHeaders.VARY, VARY);
        response.putHeader("X-Content-Type-Options", "nosniff");
    }

    /** The methods there are. */
    void options(RoutingContext context) {
        context.response()
                .putHeader(HttpHeaders.ALLOW, GraphqlRoute.ALLOWED)
                .setStatusCode(Status.NO_CONTENT)
                .end();
    }

    /** An operation was executed, with or without errors at fields. */
    void executed(
            RoutingContext context,
            ResponseFormat format,
            PreparedOperation operation,
            Execution execution,
            ExecutionResult result,
            boolean isCostWanted) {
        if (!result.isDataPresent()) {
            refused(context, format, result.getErrors().get(0), specification(result, execution, isCostWanted));
            return;
        }
        Buffer body = written(specification(result, execution, isCostWanted));
        boolean isGet = context.request().method() != HttpMethod.POST;
        boolean isKept = isGet && result.getErrors().isEmpty();
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.CACHE_CONTROL, isKept ? caching.control(operation) : Caching.NOTHING);
        if (isKept) {
            String tag = caching.tag(body);
            response.putHeader(HttpHeaders.ETAG, tag);
            if (Caching.isKnown(context.request(), tag)) {
                response.setStatusCode(Status.NOT_MODIFIED).end();
                return;
            }
        }
        send(context, format, Status.OK, body);
    }

    /** A request was refused. */
    void refused(RoutingContext context, ResponseFormat format, RequestRefused refused) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put(
                "errors",
                refused.errors().stream().map(GraphQLError::toSpecification).toList());
        refused(context, format, refused.errors().get(0), response);
    }

    /** Something went wrong that should not. */
    void failed(RoutingContext context, ResponseFormat format) {
        refused(context, format, RequestRefused.of(ErrorCode.INTERNAL, "The gateway failed; its log has the cause."));
    }

    private void refused(
            RoutingContext context, ResponseFormat format, GraphQLError first, Map<String, Object> response) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, Caching.NOTHING);
        int status = Status.of(first, format);
        if (status == 405) {
            context.response().putHeader(HttpHeaders.ALLOW, GraphqlRoute.ALLOWED);
        }
        send(context, format, status, written(response));
    }

    private void send(RoutingContext context, ResponseFormat format, int status, Buffer body) {
        HttpServerResponse response = context.response();
        if (response.closed() || response.ended()) {
            return;
        }
        response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, format.contentType());
        long late = context.vertx().setTimer(config.writeTimeout().toMillis(), timer -> cut(context));
        response.end(body).onComplete(sent -> context.vertx().cancelTimer(late));
        if (!context.request().isEnded()) {
            context.vertx().setTimer(LAST_WORD.toMillis(), timer -> {
                if (!context.request().isEnded()) {
                    cut(context);
                }
            });
        }
    }

    /** One stream of HTTP/2, the whole connection of HTTP/1. */
    private static void cut(RoutingContext context) {
        if (context.request().version() == HttpVersion.HTTP_2) {
            context.response().reset();
        } else {
            context.request().connection().close();
        }
    }

    private Map<String, Object> specification(ExecutionResult result, Execution execution, boolean isCostWanted) {
        Map<String, Object> response = result.toSpecification();
        if (isCostWanted) {
            Map<Object, Object> extensions =
                    new LinkedHashMap<>(Objects.requireNonNullElse(result.getExtensions(), Map.of()));
            Map<String, Object> cost = new LinkedHashMap<>();
            cost.put("asked", execution.cost());
            cost.put("allowed", limits.allowed(Limit.COST));
            extensions.put("cost", cost);
            response = new LinkedHashMap<>(response);
            response.put("extensions", extensions);
        }
        return response;
    }

    private Buffer written(Map<String, Object> response) {
        try {
            return Buffer.buffer(JSON.writeValueAsBytes(response));
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(defect);
        }
    }
}
