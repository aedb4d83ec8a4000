package speed;

import harness.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A process that serves HTTP on a port of its own, kept to a core. */
final class Server implements AutoCloseable {

    /** How a process is started that is to listen on a port. */
    interface Command {
        List<String> on(int port);
    }

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final ServerProcess process;
    private final int port;

    private Server(ServerProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    static Server start(String name, Cores core, Command command, Map<String, String> environment) throws IOException {
        int port = ServerProcess.freePort();
        Path log = Path.of("target/speed", name.replace(' ', '-') + ".log");
        ServerProcess process = ServerProcess.start(core.keep(command.on(port)), environment, log);
        return new Server(process.withTools(Cores.LOADING::keep), port);
    }

    /** Java as it runs here, with the class path of this very process. */
    static List<String> java(Class<?> main, String... arguments) {
        return java(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path"), main.getName()), arguments);
    }

    static List<String> java(List<String> options, String... arguments) {
        return Stream.of(List.of(ServerProcess.java()), options, List.of(arguments))
                .flatMap(List::stream)
                .toList();
    }

    int port() {
        return port;
    }

    /** The first line it printed, without what Java warns of. */
    String said() throws IOException {
        return Files.readAllLines(process.log()).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("WARNING"))
                .findFirst()
                .orElse("");
    }

    HttpResponse<String> get(String target) throws IOException, InterruptedException {
        return client.send(request(target).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String target, String body) throws IOException, InterruptedException {
        HttpRequest request = request(target)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
                .timeout(Duration.ofSeconds(30));
    }

    /** Waits until this is answered with 200. */
    Server await(String target) throws IOException, InterruptedException {
        process.await(port, target);
        return this;
    }

    Usage usage() throws IOException {
        return Usage.of(process.process().pid());
    }

    ServerProcess process() {
        return process;
    }

    /** Ends the process at once. */
    @Override
    public void close() {
        process.close();
    }
}
