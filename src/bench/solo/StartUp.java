package solo;

import static java.nio.charset.StandardCharsets.UTF_8;

import harness.Arguments;
import harness.PackagedGateway;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a cache of the JVM saves at the start: {@code src/bench/startup}. */
public final class StartUp {

    private static final String ROW = "%-24s %16s %16s %10s%n";

    private static final String QUERY = "{\"query\":\"{contacts(first:20){nodes{name{full} tags{name}}}}\"}";

    private static final String REQUEST =
            "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + "Content-Length: "
                    + QUERY.length() + "\r\nConnection: close\r\n\r\n" + QUERY;

    private static final Path FOLDER = Path.of("target", "startup");

    private StartUp() {}

    /** Time to the first answer, and processor time by thread and resident bytes then. */
    private record Start(long millis, Map<String, Duration> processor, long resident) {

        long processorMillis() {
            return processor.values().stream().mapToLong(Duration::toMillis).sum();
        }
    }

    /** The arguments are those of {@code src/bench/startup}. */
    public static void main(String[] args) throws Exception {
        Arguments arguments = Arguments.of(
                args,
                Map.of(
                        "--times", "5",
                        "--jar", "target/quarkus-app/quarkus-run.jar",
                        "--api", "2.0",
                        "--options", "",
                        "--threads", "false"));
        List<String> options = arguments.text("--options").isEmpty()
                ? List.of()
                : List.of(arguments.text("--options").split(" "));
        boolean isAheadOfTime = Runtime.version().feature() >= 25;
        Path cache = FOLDER.resolve(isAheadOfTime ? "gateway.aot" : "gateway.jsa");
        long began = System.nanoTime();
        train(arguments.text("--jar"), cache);
        System.out.printf(
                "JVM %s, %d processors; a cache of %d MB, made in %d s%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Files.size(cache) >> 20,
                (System.nanoTime() - began) / 1_000_000_000);
        List<Start> without = new ArrayList<>();
        List<Start> with = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(arguments.text("--times")); i++) {
            without.add(start(arguments, options));
            with.add(start(arguments, cached(options, cache, isAheadOfTime)));
        }
        System.out.printf(ROW, "", "first answer", "processor time", "RSS");
        print("without a cache", without);
        print(isAheadOfTime ? "ahead-of-time cache" : "class archive", with);
        if (Boolean.parseBoolean(arguments.text("--threads"))) {
            System.out.println("processor time by thread, with it:");
            threads(with).forEach(StartUp::print);
        }
    }

    private static void train(String jar, Path cache) throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        ProcessBuilder training = new ProcessBuilder("src/main/docker/train", jar, cache.toString()).inheritIO();
        training.environment().put("JAVA_HOME", System.getProperty("java.home"));
        if (training.start().waitFor() != 0) {
            throw new IOException("No cache was made.");
        }
    }

    /** The JVM ends if it cannot take the cache. */
    private static List<String> cached(List<String> options, Path cache, boolean isAheadOfTime) {
        List<String> all = new ArrayList<>(options);
        all.addAll(
                isAheadOfTime
                        ? List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=on")
                        : List.of("-XX:SharedArchiveFile=" + cache, "-Xshare:on"));
        return all;
    }

    private static Start start(Arguments arguments, List<String> options) throws Exception {
        Map<String, String> settings =
                Map.of("meishi.sandbox.enabled", "true", "meishi.upstream.api", arguments.text("--api"));
        long began = System.nanoTime();
        try (PackagedGateway gateway = PackagedGateway.launch(
                PackagedGateway.jar(arguments.text("--jar"), options), settings, FOLDER.resolve("gateway.log"))) {
            while (!isAnswered(gateway.port())) {
                if (!gateway.server().process().isAlive()) {
                    throw new IOException("It did not start:\n"
                            + Files.readString(gateway.server().log()));
                }
                Thread.sleep(2);
            }
            return new Start(
                    (System.nanoTime() - began) / 1_000_000,
                    gateway.server().processorTimes(),
                    gateway.server().resident());
        }
    }

    /** By a bare socket: a client would have to be loaded first, and that would count. */
    private static boolean isAnswered(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(REQUEST.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8).contains("\"full\"");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void print(String name, List<Start> starts) {
        System.out.printf(
                ROW,
                name,
                median(starts.stream().map(Start::millis).toList()) + " ms",
                median(starts.stream().map(Start::processorMillis).toList()) + " ms",
                (median(starts.stream().map(Start::resident).toList()) >> 20) + " MB");
    }

    private static void print(String thread, long millis) {
        System.out.printf("%-24s %16s%n", "  " + thread, millis + " ms");
    }

    /** Medians of those that take a hundredth of a second or more. */
    private static Map<String, Long> threads(List<Start> starts) {
        Map<String, List<Long>> all = new TreeMap<>();
        for (Start start : starts) {
            start.processor()
                    .forEach((thread, time) -> all.computeIfAbsent(thread, first -> new ArrayList<>())
                            .add(time.toMillis()));
        }
        Map<String, Long> medians = new TreeMap<>();
        all.forEach((thread, times) -> medians.put(thread, median(times)));
        medians.values().removeIf(millis -> millis < 10);
        return medians;
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
