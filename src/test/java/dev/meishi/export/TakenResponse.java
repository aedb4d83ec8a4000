package dev.meishi.export;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request with a reader that takes what it is given, or does not. */
final class TakenResponse {

    final List<String> lines = new ArrayList<>();
    boolean isReading = true;
    boolean isEnded;
    boolean isCutOff;

    private @Nullable Handler<Void> drained;

    HttpServerRequest request() {
        HttpServerResponse response =
                proxy(HttpServerResponse.class, (proxy, method, arguments) -> switch (method.getName()) {
                    case "headWritten" -> !lines.isEmpty();
                    case "writeQueueFull" -> !isReading;
                    case "write" -> taken((Buffer) arguments[0]);
                    case "end" -> {
                        isEnded = true;
                        yield taken((Buffer) arguments[0]);
                    }
                    case "drainHandler" -> {
                        drained = drain(arguments[0]);
                        yield proxy;
                    }
                    case "setChunked", "putHeader", "setStatusCode", "exceptionHandler", "closeHandler" -> proxy;
                    default -> throw new AssertionError(method);
                });
        HttpConnection connection = proxy(HttpConnection.class, (proxy, method, arguments) -> {
            isCutOff = method.getName().equals("close");
            return Future.succeededFuture();
        });
        return proxy(
                HttpServerRequest.class,
                (proxy, method, arguments) -> method.getName().equals("response") ? response : connection);
    }

    /** Reads again. */
    void read() {
        isReading = true;
        Handler<Void> waiting = drained;
        if (waiting != null) {
            waiting.handle(null);
        }
    }

    private Future<Void> taken(Buffer line) {
        lines.add(line.toString().strip());
        return Future.succeededFuture();
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Handler<Void> drain(@Nullable Object handler) {
        return (Handler<Void>) handler;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(TakenResponse.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
