package dev.meishi.server;

import dev.meishi.failure.ErrorCode;
import dev.meishi.graphql.RequestRefused;
import dev.meishi.json.JsonMaps;
import graphql.GraphQLError;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import java.util.Map;

/** Why a head is not served, nor anything after it: it cannot be said for certain where its request ends. */
final class HeadRefused extends RuntimeException {

    private final transient HttpResponseStatus status;

    HeadRefused(HttpResponseStatus status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    static HeadRefused badRequest(String message) {
        return new HeadRefused(HttpResponseStatus.BAD_REQUEST, message);
    }

    /** The status of the answer. */
    int status() {
        return status.code();
    }

    /** The answer: an error as every refused request has it, and the end of the connection. */
    FullHttpResponse response(HttpRequest head) {
        List<Map<String, Object>> errors =
                RequestRefused.of(ErrorCode.BAD_REQUEST, String.valueOf(getMessage())).errors().stream()
                        .map(GraphQLError::toSpecification)
                        .toList();
        byte[] body = JsonMaps.bytes(Map.of("errors", errors));
        HttpHeaders headers = new DefaultHttpHeaders()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json; charset=utf-8")
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .set("X-Content-Type-Options", "nosniff")
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                status,
                head.method().equals(HttpMethod.HEAD) ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(body),
                headers,
                new DefaultHttpHeaders());
    }
}
