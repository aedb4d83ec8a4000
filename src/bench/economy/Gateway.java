package economy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged gateway on its simulator, in a process of its own. */
final class Gateway implements AutoCloseable {

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Process process;
    private final int port;
    private final Simulator simulator;

    private Gateway(Process process, int port) {
        this.process = process;
        this.port = port;
        simulator = new Simulator(client, URI.create("http://127.0.0.1:" + port));
    }

    /**
     * Starts a gateway and waits until it is ready.
     *
     * @param name of the log
     * @param contacts of the simulator
     * @param settings beyond those every gateway of this bench has
     */
    static Gateway start(String name, int contacts, Map<String, String> settings) throws Exception {
        int port = freePort();
        Map<String, String> all = new TreeMap<>(settings);
        all.put("quarkus.http.host", "127.0.0.1");
        all.put("quarkus.http.port", String.valueOf(port));
        int management = freePort();
        all.put("quarkus.management.host", "127.0.0.1");
        all.put("quarkus.management.port", String.valueOf(management));
        all.put("meishi.sandbox.enabled", "true");
        all.put("meishi.sandbox.contacts", String.valueOf(contacts));
        all.putIfAbsent("meishi.quota.calls-per-minute", "1000000");
        all.putIfAbsent("meishi.callers.default.max-upstream-calls", "1000");
        List<String> command = new ArrayList<>(List.of("java", "-Xmx512m", "-XX:+UseG1GC"));
        all.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", JAR.toString()));
        Path log = Files.createDirectories(Path.of("target/economy")).resolve(name + ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Gateway gateway = new Gateway(process, port);
        gateway.awaitReady(management, log);
        return gateway;
    }

    Simulator simulator() {
        return simulator;
    }

    int port() {
        return port;
    }

    /** Asks and waits, half a minute longer than the gateway may ever take. */
    Answer ask(Question question) throws IOException, InterruptedException {
        long began = System.nanoTime();
        return answer(client.send(request(question), HttpResponse.BodyHandlers.ofString()), began);
    }

    CompletableFuture<Answer> askLater(Question question) {
        long began = System.nanoTime();
        return client.sendAsync(request(question), HttpResponse.BodyHandlers.ofString())
                .thenApply(response -> answer(response, began));
    }

    /** A body that is read as it comes; the reader's pace is the sender's, and closing it hangs up. */
    InputStream stream(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            String said = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
            throw new IOException(path + " is answered with " + response.statusCode() + " " + said);
        }
        return response.body();
    }

    /** Bytes of the heap in use after a collection. */
    long heapAfterCollection() throws IOException, InterruptedException {
        jcmd("GC.run");
        Matcher used = USED.matcher(jcmd("GC.heap_info"));
        if (!used.find()) {
            throw new IOException("jcmd GC.heap_info says nothing of the heap in use");
        }
        return Long.parseLong(used.group(1)) * 1024;
    }

    /** Ends the process at once, as a power failure would. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private HttpRequest request(Question question) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header("Accept", "application/graphql-response+json")
                .POST(HttpRequest.BodyPublishers.ofString(question.body()));
        if (question.anew()) {
            request.header("Cache-Control", "no-cache");
        }
        return request.build();
    }

    private static Answer answer(HttpResponse<String> response, long began) {
        double millis = (System.nanoTime() - began) / 1e6;
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Age").orElse(null),
                Json.read(response.body()),
                millis);
    }

    private void awaitReady(int management, Path log) throws Exception {
        HttpRequest probe = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + "/q/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (client.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // asked again below
            }
            Thread.sleep(200);
        }
        close();
        throw new IOException("The gateway did not start:\n" + Files.readString(log));
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder("jcmd", String.valueOf(process.pid()), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes());
        jcmd.waitFor();
        return said;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
