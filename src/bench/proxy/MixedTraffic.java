package proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import harness.Arguments;
import harness.PackagedGateway;
import harness.ServerProcess;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Callers of a proxy that send requests of every kind, each with a mark that only its own answer has. */
public class MixedTraffic {

    private static final Path OUT = Path.of("target/proxy").toAbsolutePath();
    private static final String JSON = "Content-Type: application/json\r\n";

    private final Arguments options;
    private final int requests;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final Map<String, String> photos = new LinkedHashMap<>();
    private final Queue<String> lost = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private String id = "";

    private MixedTraffic(Arguments options, int requests) {
        this.options = options;
        this.requests = requests;
    }

    /** The arguments are those of {@code src/bench/proxy/run}, and what that says of nginx. */
    public static void main(String[] args) throws Exception {
        Arguments options = Arguments.of(
                args,
                Map.of(
                        "--requests", "20000",
                        "--callers", "24",
                        "--seed", "1",
                        "--api", "both",
                        "--app", "target/quarkus-app",
                        "--nginx", "nginx",
                        "--gateway", "0",
                        "--buffered", "0",
                        "--streamed", "0"));
        String chosen = options.text("--api");
        List<String> apis = chosen.equals("both") ? List.of("1.0", "2.0") : List.of(chosen);
        boolean isWell = true;
        for (String api : apis) {
            MixedTraffic traffic = new MixedTraffic(options, options.number("--requests") / apis.size());
            try (PackagedGateway gateway = gateway(options, api);
                    ServerProcess nginx = nginx(options)) {
                isWell &= traffic.run(gateway, api) && nginx.process().isAlive();
            }
        }
        System.exit(isWell ? 0 : 1);
    }

    private static PackagedGateway gateway(Arguments options, String api) throws Exception {
        return PackagedGateway.start(
                PackagedGateway.jar(options.text("--app") + "/quarkus-run.jar", List.of("-Xmx256m")),
                Map.of(
                        "quarkus.http.port", options.text("--gateway"),
                        "quarkus.vertx.event-loops-pool-size", "2",
                        "meishi.http.hosts", "gateway",
                        "meishi.upstream.api", api,
                        "meishi.sandbox.enabled", "true",
                        "meishi.quota.calls-per-minute", "1000000",
                        "meishi.page-cache.fresh", "0s",
                        "meishi.page-cache.stale-while-revalidate", "0s"),
                OUT.resolve("gateway-" + api + ".log"));
    }

    private static ServerProcess nginx(Arguments options) throws Exception {
        List<String> command = List.of(
                options.text("--nginx"),
                "-e",
                OUT.resolve("nginx.log").toString(),
                "-p",
                OUT.toString(),
                "-c",
                OUT.resolve("nginx.conf").toString());
        return ServerProcess.start(command, Map.of(), OUT.resolve("nginx.out"))
                .await(options.number("--buffered"), "/graphql?query=%7B__typename%7D");
    }

    private boolean run(PackagedGateway gateway, String api) throws Exception {
        // Longer than any moment for which a connection might be kept by mistake.
        direct(gateway, "PUT", "/sandbox/faults/getContact", "{\"latency\":\"PT1.3S\"}");
        Matcher first = Pattern.compile("\"id\":\"([^\"]+)\"")
                .matcher(direct(gateway, "POST", "/graphql", "{\"query\":\"{contacts(first:1){nodes{id}}}\"}"));
        if (!first.find()) {
            throw new IllegalStateException("The gateway has no contact");
        }
        id = first.group(1);
        if (api.equals("2.0")) {
            findPhotos(gateway);
        }
        long start = System.nanoTime();
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < options.number("--callers"); i++) {
            int caller = i;
            callers.add(new Thread(() -> drive(caller)));
        }
        callers.forEach(Thread::start);
        for (Thread caller : callers) {
            caller.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        lost.stream().limit(10).forEach(each -> System.out.println("LOST " + each));
        wrong.stream().limit(10).forEach(each -> System.out.println("WRONG " + each));
        System.out.printf(
                "API %s: %,d mixed requests of %d callers through nginx in %.0f s (%.0f a second): %d lost, %d wrong;"
                        + " the proxy ended %d connections%n",
                api, done.get(), callers.size(), seconds, done.get() / seconds, lost.size(), wrong.size(), ended.get());
        return done.get() >= requests && lost.isEmpty() && wrong.isEmpty();
    }

    /** Each contact has another photo, or none. */
    private void findPhotos(PackagedGateway gateway) throws Exception {
        String contacts = direct(gateway, "POST", "/graphql", "{\"query\":\"{contacts(first:30){nodes{photoUrl}}}\"}");
        Matcher url = Pattern.compile("\"photoUrl\":\"([^\"]+)\"").matcher(contacts);
        while (url.find()) {
            String photo = direct(gateway, "GET", url.group(1), "");
            if (photo.contains("PNG")) {
                photos.put(url.group(1), photo);
            }
        }
        if (photos.size() < 2) {
            throw new IllegalStateException("The gateway has no photos: " + contacts);
        }
    }

    private static String direct(PackagedGateway gateway, String method, String path, String body) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + gateway.port() + path);
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString(ISO_8859_1))
                .body();
    }

    private void drive(int caller) {
        Random random = new Random(options.number("--seed") * 1_000L + caller);
        Connection connection = new Connection(options.number(caller % 2 == 0 ? "--buffered" : "--streamed"));
        for (int i = begun.incrementAndGet(); i <= requests; i = begun.incrementAndGet()) {
            Kind kind = kind("n" + i, random);
            String line = kind.pieces().get(0).lines().findFirst().orElseThrow();
            try {
                Answer answer = answer(connection, kind);
                if (answer.status() == 502 || answer.status() == 504) {
                    lost.add(line + " -> " + answer.status());
                } else if (answer.status() != kind.status() || !answer.body().contains(kind.contained())) {
                    wrong.add(line + " -> " + answer);
                }
                if (answer.isLast()) {
                    ended.incrementAndGet();
                    connection.close();
                }
            } catch (IOException broken) {
                lost.add((caller % 2 == 0 ? "buffered " : "streamed ") + line + " -> " + broken);
                connection.close();
            }
            done.incrementAndGet();
        }
        connection.close();
    }

    /**
     * Without buffering, nginx ends a caller's connection without a word where the gateway answers before the body is
     * there. What it then loses is its own: whatever the gateway loses is 502.
     */
    private Answer answer(Connection connection, Kind kind) throws IOException {
        try {
            return connection.exchange(kind.pieces());
        } catch (EndedBefore again) {
            ended.incrementAndGet();
            connection.close();
            return connection.exchange(kind.pieces());
        }
    }

    /** A connection that was used before ended without a byte of an answer. */
    private static final class EndedBefore extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** A request in pieces, and what its answer must be. */
    private record Kind(int status, String contained, List<String> pieces) {

        Kind(int status, String contained, String... pieces) {
            this(status, contained, List.of(pieces));
        }
    }

    private Kind kind(String mark, Random random) {
        if (random.nextInt(100) == 0) {
            return new Kind(200, mark, post("{" + mark + ":contact(id:\\\"" + id + "\\\"){resourceId}}"));
        }
        if (!photos.isEmpty() && random.nextInt(10) == 0) {
            String url = List.copyOf(photos.keySet()).get(random.nextInt(photos.size()));
            return new Kind(200, photos.getOrDefault(url, ""), request("GET", url, ""));
        }
        String good = "{" + mark + ":__typename}";
        String query = "query=" + URLEncoder.encode(good, UTF_8);
        String list = "{" + mark + ":contacts(first:" + (1 + random.nextInt(20)) + "){nodes{resourceId}}}";
        String typed = request("POST", "/graphql", JSON + "Content-Length: 30000\r\n");
        return switch (random.nextInt(26)) {
            case 0, 1 -> new Kind(200, mark, request("GET", "/graphql?" + query, ""));
            case 2 -> new Kind(200, mark, request("GET", "/graphql?query=" + good, ""));
            case 3 -> new Kind(200, "", request("HEAD", "/graphql?" + query, ""));
            case 4 -> new Kind(304, "", request("GET", "/graphql?" + query, "If-None-Match: *\r\n"));
            case 5, 6 -> new Kind(200, mark, post(list));
            case 7 -> new Kind(200, mark, post(good));
            case 8 ->
                new Kind(200, mark, post(good).substring(0, 80), post(good).substring(80));
            case 9 -> new Kind(200, mark, post("{" + mark + "}"));
            case 10 -> new Kind(400, "BAD_REQUEST", request("POST", "/graphql", JSON, "{" + mark));
            case 11 -> new Kind(415, "UNSUPPORTED_MEDIA_TYPE", request("POST", "/graphql", "", "{}"));
            case 12 ->
                new Kind(415, "UNSUPPORTED_MEDIA_TYPE", request("POST", "/graphql", "Content-Length: 2\r\n"), "{}");
            case 13 -> new Kind(413, "LIMIT_EXCEEDED", request("POST", "/graphql", JSON, " ".repeat(200_000)));
            case 14 -> new Kind(400, "BAD_REQUEST", typed, " ".repeat(15_000), " ".repeat(15_000));
            case 15 -> new Kind(405, "The method PUT", request("PUT", "/graphql", JSON, "{}"));
            case 16 -> new Kind(405, "The method DELETE", request("DELETE", "/graphql", ""));
            case 17 -> new Kind(405, "The method PATCH", request("PATCH", "/graphql", "", "x".repeat(30_000)));
            case 18 -> new Kind(406, "NOT_ACCEPTABLE", request("GET", "/graphql?" + query, "Accept: text/html\r\n"));
            case 19 ->
                new Kind(403, "CROSS_SITE", request("GET", "/graphql?" + query, "Sec-Fetch-Site: cross-site\r\n"));
            case 20 ->
                new Kind(
                        204,
                        "",
                        request(
                                "OPTIONS",
                                "/graphql",
                                "Origin: https://a.example\r\nAccess-Control-Request-Method: POST\r\n"));
            case 21 -> new Kind(404, "", request("GET", "/" + mark, ""));
            case 22 -> new Kind(405, "", request("POST", "/" + mark, "", "x".repeat(50_000)));
            case 23 -> new Kind(200, "type Query", request("GET", "/graphql/schema.graphql", ""));
            case 24 -> new Kind(405, "METHOD_NOT_ALLOWED", request("POST", "/export/contacts.ndjson", "", "{}"));
            default -> new Kind(200, "<html", request("GET", "/graphiql/", ""));
        };
    }

    private static String post(String document) {
        return request("POST", "/graphql", JSON, "{\"query\":\"" + document + "\"}");
    }

    private static String request(String method, String target, String headers) {
        return method + " " + target + " HTTP/1.1\r\nHost: gateway\r\n" + headers + "\r\n";
    }

    private static String request(String method, String target, String headers, String body) {
        return request(method, target, headers + "Content-Length: " + body.length() + "\r\n") + body;
    }

    private record Answer(int status, Map<String, String> headers, String body) {

        boolean isLast() {
            return "close".equalsIgnoreCase(headers.get("Connection"));
        }
    }

    /** A caller's connection to the proxy. */
    private static final class Connection {

        private final int port;
        private @Nullable Socket socket;
        private InputStream in = InputStream.nullInputStream();
        private boolean isUsed;

        Connection(int port) {
            this.port = port;
        }

        Answer exchange(List<String> pieces) throws IOException {
            Socket open = socket == null ? opened() : socket;
            try {
                for (int i = 0; i < pieces.size(); i++) {
                    Thread.sleep(i == 0 ? 0 : 20);
                    open.getOutputStream().write(pieces.get(i).getBytes(UTF_8));
                }
            } catch (IOException brokenOff) {
                // The answer may be there all the same.
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            boolean wasUsed = isUsed;
            isUsed = true;
            in.mark(1);
            try {
                if (in.read() < 0 && wasUsed) {
                    throw new EndedBefore();
                }
                in.reset();
            } catch (SocketException reset) {
                throw wasUsed ? new EndedBefore() : reset;
            }
            return answer(pieces.get(0).startsWith("HEAD "));
        }

        private Socket opened() throws IOException {
            Socket opened = new Socket(InetAddress.getLoopbackAddress(), port);
            opened.setTcpNoDelay(true);
            opened.setSoTimeout(30_000);
            in = new BufferedInputStream(opened.getInputStream());
            isUsed = false;
            socket = opened;
            return opened;
        }

        private Answer answer(boolean isHeadOnly) throws IOException {
            int status = Integer.parseInt(line().split(" ", -1)[1]);
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String line = line(); !line.isEmpty(); line = line()) {
                String[] header = line.split(": *", 2);
                headers.put(header[0], header[1]);
            }
            boolean isEmpty = isHeadOnly || status == 204 || status == 304;
            return new Answer(status, headers, isEmpty ? "" : body(headers));
        }

        private String body(Map<String, String> headers) throws IOException {
            if (!"chunked".equals(headers.get("Transfer-Encoding"))) {
                return read(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
            }
            StringBuilder body = new StringBuilder();
            for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                body.append(read(size));
                line();
            }
            line();
            return body.toString();
        }

        private String read(int length) throws IOException {
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new EOFException("The connection ended within a body");
            }
            return new String(bytes, ISO_8859_1); // A character for each byte, as of photos.
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new EOFException("The connection ended after: " + line);
                }
                line.append((char) next);
            }
            return line.toString().stripTrailing();
        }

        void close() {
            try {
                if (socket != null) {
                    socket.close();
                }
            } catch (IOException gone) {
                // As it should be.
            }
            socket = null;
        }
    }
}
