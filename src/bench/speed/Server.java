package speed;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A process that serves HTTP on a port of its own, kept to a core. */
final class Server implements AutoCloseable {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    /** How a process is started that is to listen on a port. */
    interface Command {
        List<String> on(int port);
    }

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Process process;
    private final int port;
    private final Path log;

    private Server(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    static Server start(String name, Cores core, Command command, Map<String, String> environment) throws IOException {
        int port = freePort();
        Path log = Files.createDirectories(Path.of("target/speed")).resolve(name.replace(' ', '-') + ".log");
        ProcessBuilder builder = new ProcessBuilder(core.keep(command.on(port)))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new Server(process, port, log);
    }

    /** Java as it runs here, with the class path of this very process. */
    static List<String> java(Class<?> main, String... arguments) {
        return java(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path"), main.getName()), arguments);
    }

    static List<String> java(List<String> options, String... arguments) {
        return Stream.of(
                        List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        options,
                        List.of(arguments))
                .flatMap(List::stream)
                .toList();
    }

    int port() {
        return port;
    }

    /** The first line it printed, without what Java warns of. */
    String said() throws IOException {
        return Files.readAllLines(log).stream()
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
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (get(target).statusCode() == 200) {
                    return this;
                }
            } catch (IOException notYet) {
                // asked again below
            }
            Thread.sleep(100);
        }
        close();
        throw new IOException("It did not start:\n" + Files.readString(log));
    }

    Usage usage() throws IOException {
        return Usage.of(process.pid());
    }

    /** Resident memory, in bytes. */
    long resident() throws IOException {
        return kilobytes(RESIDENT, Files.readString(Path.of("/proc/" + process.pid() + "/status")));
    }

    /** Bytes of the heap in use, garbage included. */
    long heap() throws IOException, InterruptedException {
        return kilobytes(USED, jcmd("GC.heap_info"));
    }

    /** Bytes of the heap in use after a collection. */
    long heapAfterCollection() throws IOException, InterruptedException {
        jcmd("GC.run");
        return heap();
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process asked = new ProcessBuilder(
                        Cores.LOADING.keep(List.of(jcmd.toString(), String.valueOf(process.pid()), command)))
                .redirectErrorStream(true)
                .start();
        String said = new String(asked.getInputStream().readAllBytes());
        asked.waitFor();
        return said;
    }

    /** All of them together: some collectors tell of their generations apart. */
    private static long kilobytes(Pattern pattern, String text) throws IOException {
        Matcher found = pattern.matcher(text.replaceAll("(?m)^.*(Metaspace|class space).*$", ""));
        long sum = 0;
        while (found.find()) {
            sum += Long.parseLong(found.group(1)) * 1024;
        }
        if (sum == 0) {
            throw new IOException("No figure in: " + text);
        }
        return sum;
    }

    /** Ends the process at once. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
