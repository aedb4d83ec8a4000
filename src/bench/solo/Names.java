package solo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import harness.Arguments;
import harness.PackagedGateway;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Operations that all have other names, and what they leave behind in the metrics and on the heap: {@code src/bench/names}. */
public final class Names {

    /** Requests under way on the one connection. */
    private static final int AT_ONCE = 100;

    /** Those that are told apart, the others, those without a name; all with one outcome. */
    private static final int MOST_TIMERS = 100 + 2;

    private static final int SERIES_A_TIMER = 18;

    private Names() {}

    /** What there is at a moment. */
    private record Figures(long all, long ofOperations, long heap) {

        static Figures of(PackagedGateway gateway) throws IOException, InterruptedException {
            String text = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(
                                            URI.create("http://127.0.0.1:" + gateway.management() + "/q/metrics"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            List<String> series =
                    text.lines().filter(line -> !line.startsWith("#")).toList();
            return new Figures(
                    series.size(),
                    series.stream()
                            .filter(line -> line.startsWith("meishi_operation_duration"))
                            .count(),
                    gateway.server().heapAfterCollection());
        }
    }

    /** The arguments are those of {@code src/bench/names}. */
    public static void main(String[] args) throws Exception {
        Arguments given = Arguments.of(args, Map.of("--names", "1000000", "--heap", "160m", "--options", ""));
        int names = given.number("--names");
        List<String> jvm = new ArrayList<>(List.of("-Xmx" + given.text("--heap")));
        Stream.of(given.text("--options").split(" ", -1))
                .filter(option -> !option.isEmpty())
                .forEach(jvm::add);
        List<String> program = PackagedGateway.jar(jvm);
        Map<String, String> settings = Map.of("meishi.sandbox.enabled", "true");
        try (PackagedGateway gateway = PackagedGateway.start(program, settings, Path.of("target/names.log"));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            // The first thousand fill the bounded map, and warm the server up.
            ask(socket, 0, Math.min(names, 1_000));
            Figures before = Figures.of(gateway);
            Duration cpu = cpu(gateway);
            ask(socket, 1_000, names);
            Duration taken = cpu(gateway).minus(cpu);
            Figures after = Figures.of(gateway);
            show("after 1,000 names", before);
            show(String.format("after %,d names", names), after);
            System.out.printf(
                    "%.1f us of processor time a request%n", taken.toNanos() / 1e3 / Math.max(1, names - 1_000));
            boolean isHeld = after.ofOperations() <= (long) MOST_TIMERS * SERIES_A_TIMER;
            System.out.println(
                    isHeld ? "The bar is held." : "MISSED: more series than names that are told apart allow.");
            System.exit(isHeld ? 0 : 1);
        }
    }

    private static Duration cpu(PackagedGateway gateway) {
        return gateway.server().process().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static void show(String when, Figures figures) {
        System.out.printf(
                "%-24s %,6d series, %,6d of operations, %.1f MB of heap after a collection%n",
                when, figures.all(), figures.ofOperations(), figures.heap() / 1e6);
    }

    private static void ask(Socket socket, int from, int to) throws IOException {
        OutputStream out = socket.getOutputStream();
        InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        for (int first = from; first < to; first += AT_ONCE) {
            int last = Math.min(first + AT_ONCE, to);
            ByteArrayOutputStream requests = new ByteArrayOutputStream();
            for (int i = first; i < last; i++) {
                String body = "{\"query\":\"query Name" + i + " { __typename }\"}";
                String request = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: " + body.length() + "\r\n\r\n" + body;
                requests.writeBytes(request.getBytes(ISO_8859_1));
            }
            out.write(requests.toByteArray());
            for (int i = first; i < last; i++) {
                requireAnswered(in);
            }
        }
    }

    private static void requireAnswered(InputStream in) throws IOException {
        String status = line(in);
        if (!status.startsWith("HTTP/1.1 200 ")) {
            throw new IOException("Expected 200, but was " + status);
        }
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        in.skipNBytes(length);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The connection was closed after: " + line);
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
