package solo;

import harness.PackagedGateway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Start-up and memory of a gateway on its simulator: {@code src/bench/footprint}. */
public final class Footprint {

    private static final String ROW = "%-10s %12s %16s %10s %10s%n";
    private static final String QUERY = "{\"query\":\"{contacts(first:20){nodes{name{full} tags{name}}}}\"}";
    private static final Pattern STARTED = Pattern.compile("started in ([0-9.]*s)\\.");

    private Footprint() {}

    /** The arguments are those of {@code src/bench/footprint}. */
    public static void main(String[] args) throws Exception {
        List<String> program = args.length == 0 ? PackagedGateway.jar(List.of()) : List.of(args);
        System.out.printf(ROW, "contacts", "start-up", "first answer", "RSS", "heap");
        for (int contacts : new int[] {1_000, 200_000}) {
            measure(program, contacts);
        }
    }

    private static void measure(List<String> program, int contacts) throws Exception {
        Map<String, String> settings = Map.of(
                "meishi.sandbox.enabled", "true",
                "meishi.sandbox.contacts", String.valueOf(contacts),
                "meishi.quota.calls-per-minute", "1000000");
        Path log = Path.of("target/footprint", contacts + ".log");
        long began = System.nanoTime();
        try (PackagedGateway gateway = PackagedGateway.launch(program, settings, log)) {
            awaitAnswer(gateway);
            long answered = (System.nanoTime() - began) / 1_000_000;
            Matcher started = STARTED.matcher(Files.readString(log));
            System.out.printf(
                    ROW,
                    contacts,
                    started.find() ? started.group(1) : "-",
                    answered + " ms",
                    megabytes(gateway.server().resident()),
                    isJvm(gateway) ? megabytes(gateway.server().heapAfterCollection()) : "-");
        }
    }

    private static void awaitAnswer(PackagedGateway gateway) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + "/graphql"))
                .timeout(Duration.ofSeconds(2))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(QUERY))
                .build();
        while (true) {
            try {
                if (client.send(request, BodyHandlers.ofString()).body().contains("\"full\"")) {
                    return;
                }
            } catch (IOException notYet) {
                if (!gateway.server().process().isAlive()) {
                    throw new IOException(
                            "It did not start:\n"
                                    + Files.readString(gateway.server().log()),
                            notYet);
                }
            }
            Thread.sleep(20);
        }
    }

    private static boolean isJvm(PackagedGateway gateway) throws IOException {
        return Files.readString(Path.of("/proc/" + gateway.server().process().pid() + "/comm"))
                .strip()
                .equals("java");
    }

    private static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }
}
