package dev.meishi.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/** A request that has headers and nothing else, and the response to it. */
public final class FakeRequest {

    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    private final MultiMap responseHeaders = MultiMap.caseInsensitiveMultiMap();

    private String uri = "/graphql";

    private FakeRequest() {}

    /** With headers, each as {@code Name: value}. */
    public static FakeRequest with(String... headers) {
        FakeRequest request = new FakeRequest();
        Arrays.stream(headers)
                .map(header -> header.split(": ", 2))
                .forEach(header -> request.headers.add(header[0], header[1]));
        return request;
    }

    /** With a header that a filter has put on the response. */
    public FakeRequest answeredWith(String name, String value) {
        responseHeaders.add(name, value);
        return this;
    }

    /** To a target, as it stands in the request line. */
    public FakeRequest to(String target) {
        uri = target;
        return this;
    }

    public HttpServerRequest request() {
        return only(HttpServerRequest.class, Map.of("headers", headers, "uri", uri));
    }

    public RoutingContext context() {
        return only(
                RoutingContext.class,
                Map.of(
                        "request",
                        request(),
                        "response",
                        only(HttpServerResponse.class, Map.of("headers", responseHeaders))));
    }

    private <T> T only(Class<T> type, Map<String, ?> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getHeader")) {
                        return headers.get(String.valueOf(arguments[0]));
                    }
                    return Objects.requireNonNull(answers.get(method.getName()), method.getName());
                }));
    }
}
