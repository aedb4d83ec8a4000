package dev.meishi.photo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.meishi.lineworks.v2.LineWorksV2Stub;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** LINE WORKS by its API 2.0 and the storage that it redirects to, which do what the id of a contact says. */
public final class PhotoHost implements QuarkusTestResourceLifecycleManager {

    static final String DOMAIN = "77";

    /** More than the buffers of all sockets on the way take of a photo that nobody reads. */
    static final int MAX_SIZE = 32 * 1024 * 1024;

    /** More than is held of a photo. */
    static final int LARGE = 4 * 1024 * 1024;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int BLOCK = 16 * 1024;
    private static final long GIGABYTE = 1L << 30;

    /** What was asked for: path, with the header {@code Authorization}. */
    record Asked(String path, @Nullable String authorization) {}

    static final List<Asked> ASKED = new CopyOnWriteArrayList<>();

    /** Bytes written of endless photos. */
    static final AtomicLong WRITTEN = new AtomicLong();

    /** Photos of which a byte comes now and then, and which never end: how many were begun, and how many are under way. */
    static final AtomicInteger TRICKLES_BEGUN = new AtomicInteger();

    static final AtomicInteger TRICKLES = new AtomicInteger();

    /** Whose connections were closed. */
    static final Map<String, Boolean> CLOSED = new ConcurrentHashMap<>();

    private final LineWorksV2Stub stub = new LineWorksV2Stub();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer here = listen(this::serve);
    private final HttpServer foreign = listen(exchange -> {
        ASKED.add(new Asked("foreign", authorization(exchange)));
        photo(exchange, 100);
    });

    @Override
    public Map<String, String> start() {
        String address = address(here);
        Map<String, String> settings = new HashMap<>(stub.start());
        settings.put("meishi.upstream.url", address + "/v1.0");
        settings.put("meishi.upstream.token-url", address + "/token");
        settings.put("meishi.upstream.timeout", "PT2S");
        settings.put("meishi.photos.timeout", "PT4S");
        settings.put("meishi.photos.max-size", String.valueOf(MAX_SIZE));
        settings.put("meishi.callers.office.token", "0123456789abcdef0123456789abcdef");
        settings.put("meishi.callers.office.max-upstream-calls", "1");
        return settings;
    }

    private HttpServer listen(HttpHandler handler) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(threads);
            server.createContext("/", handler);
            server.start();
            return server;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String address(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void stop() {
        here.stop(0);
        foreign.stop(0);
        threads.shutdownNow();
        stub.stop();
    }

    private static @Nullable String authorization(HttpExchange exchange) {
        return exchange.getRequestHeaders().getFirst("Authorization");
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/token")) {
            exchange.getRequestBody().readAllBytes();
            json(
                    exchange,
                    200,
                    "{\"access_token\":\"t0ken-of-photos\",\"token_type\":\"Bearer\","
                            + "\"expires_in\":\"86400\",\"scope\":\"contact.read\"}");
            return;
        }
        ASKED.add(new Asked(path, authorization(exchange)));
        String[] names = path.substring(1).split("/", -1);
        if (names[0].equals("storage")) {
            storage(exchange, names[1]);
        } else if (names.length == 4) {
            api(exchange, names[2]);
        } else {
            json(exchange, 200, "{\"contactId\":\"" + names[2] + "\"}");
        }
    }

    private void api(HttpExchange exchange, String id) throws IOException {
        switch (id) {
            case "none" -> json(exchange, 404, "{\"code\":\"NOT_FOUND\",\"description\":\"photo does not exist\"}");
            case "forbidden" -> json(exchange, 403, "{\"code\":\"FORBIDDEN\"}");
            case "limited" -> {
                exchange.getResponseHeaders().add("Retry-After", "7");
                json(exchange, 429, "{\"code\":\"TOO_MANY_REQUESTS\"}");
            }
            case "down" -> json(exchange, 500, "{}");
            case "placeless" -> status(exchange, 302);
            case "direct" -> photo(exchange, 100);
            case "silent" -> pause(5_000);
            case "foreign" -> redirect(exchange, address(foreign) + "/photo");
            case "foreign-name" -> redirect(exchange, "https://photos.example.net/photo");
            default -> redirect(exchange, "/storage/" + id);
        }
    }

    private void storage(HttpExchange exchange, String id) throws IOException {
        switch (id) {
            case "photo" -> photo(exchange, 100);
            case "large" -> photo(exchange, LARGE);
            case "refused" -> status(exchange, 403);
            case "busy" -> {
                exchange.getResponseHeaders().add("Retry-After", "9");
                status(exchange, 429);
            }
            case "crashed" -> status(exchange, 503);
            case "page" -> send(exchange, "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8));
            case "empty" -> {
                exchange.getResponseHeaders().add("Content-Type", "image/png");
                status(exchange, 200);
            }
            case "elsewhere" -> redirect(exchange, address(foreign) + "/photo");
            case "told" -> write(exchange, id, GIGABYTE, GIGABYTE);
            case "endless", "endless-for-one-who-leaves", "endless-for-one-who-stays" ->
                write(exchange, id, 0, GIGABYTE);
            case "trickling" -> trickle(exchange);
            case "mute" -> pause(5_000);
            case "stalled" -> {
                write(exchange, id, 1_000, 500);
                pause(6_000);
            }
            case "torn" -> {
                write(exchange, id, 1_000, 500);
                exchange.close();
            }
            default -> status(exchange, 404);
        }
    }

    private static void write(HttpExchange exchange, String id, long told, long length) throws IOException {
        exchange.sendResponseHeaders(200, told);
        OutputStream body = exchange.getResponseBody();
        try {
            body.write(SIGNATURE);
            for (long rest = length - SIGNATURE.length; rest > 0; rest -= BLOCK) {
                int size = (int) Math.min(rest, BLOCK);
                body.write(new byte[size]);
                WRITTEN.addAndGet(size);
            }
            body.flush();
        } catch (IOException closed) {
            CLOSED.put(id, true);
        }
    }

    private static void trickle(HttpExchange exchange) throws IOException {
        TRICKLES_BEGUN.incrementAndGet();
        TRICKLES.incrementAndGet();
        try {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            body.write(png(100));
            while (!Thread.currentThread().isInterrupted()) {
                body.write(0);
                body.flush();
                pause(20);
            }
        } finally {
            TRICKLES.decrementAndGet();
        }
    }

    private static void photo(HttpExchange exchange, int length) throws IOException {
        exchange.getResponseHeaders().add("ETag", "\"v1\"");
        if (Objects.equals(exchange.getRequestHeaders().getFirst("If-None-Match"), "\"v1\"")) {
            status(exchange, 304);
        } else {
            send(exchange, png(length));
        }
    }

    static byte[] png(int length) {
        return Arrays.copyOf(SIGNATURE, length);
    }

    private static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().add("Location", location);
        status(exchange, 302);
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/octet-stream");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void status(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
