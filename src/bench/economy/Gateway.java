package economy;

import harness.PackagedGateway;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** The packaged gateway on its simulator, in a process of its own. */
final class Gateway implements AutoCloseable {

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final PackagedGateway process;
    private final int port;
    private final Simulator simulator;

    private Gateway(PackagedGateway process) {
        this.process = process;
        this.port = process.port();
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
        Map<String, String> all = new TreeMap<>(settings);
        all.put("meishi.sandbox.enabled", "true");
        all.put("meishi.sandbox.contacts", String.valueOf(contacts));
        // The same on each day: how many contacts are in a span decides on the calls.
        all.put("meishi.sandbox.data-until", "2025-12-26T18:00:00+09:00");
        all.putIfAbsent("meishi.quota.calls-per-minute", "1000000");
        all.putIfAbsent("meishi.callers.default.max-upstream-calls", "1000");
        return new Gateway(PackagedGateway.start(
                PackagedGateway.jar(List.of("-Xmx512m", "-XX:+UseG1GC")),
                all,
                Path.of("target/economy", name + ".log")));
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
        return process.server().heapAfterCollection();
    }

    /** Ends the process at once, as a power failure would. */
    @Override
    public void close() {
        process.close();
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
}
