package speed;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;

/**
 * The least that anything between a caller and LINE WORKS can do, in a process of its own: one GET for one POST, whose
 * body is the query of that GET, and its bytes passed on as they are. What the gateway takes is told in multiples of this.
 */
public final class OneHop {

    private static final String LIST =
            "/r/" + Api.API_ID + "/contact/v3/domains/" + Api.DOMAIN_ID + "/shared/contacts?";
    private static final int CONNECTIONS = 500;

    private final HttpClient client;

    private OneHop(HttpClient client) {
        this.client = client;
    }

    /** The arguments are its port and the upstream's. */
    public static void main(String[] args) {
        Vertx vertx =
                Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(1));
        HttpClientOptions upstream =
                new HttpClientOptions().setDefaultHost("127.0.0.1").setDefaultPort(Integer.parseInt(args[1]));
        OneHop proxy = new OneHop(vertx.createHttpClient(upstream, new PoolOptions().setHttp1MaxSize(CONNECTIONS)));
        vertx.createHttpServer()
                .requestHandler(proxy::pass)
                .listen(Integer.parseInt(args[0]), "127.0.0.1")
                .onSuccess(server -> System.out.println(vertx.isNativeTransportEnabled() ? "epoll" : "NIO"))
                .onFailure(failure -> {
                    failure.printStackTrace();
                    System.exit(1);
                });
    }

    private void pass(HttpServerRequest request) {
        request.body()
                .compose(query -> client.request(HttpMethod.GET, LIST + query))
                .compose(HttpClientRequest::send)
                .compose(HttpClientResponse::body)
                .onSuccess(page -> answer(request, 200, page))
                .onFailure(failure -> answer(request, 502, Buffer.buffer(String.valueOf(failure))));
    }

    private static void answer(HttpServerRequest request, int status, Buffer body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json;charset=UTF-8")
                .end(body);
    }
}
