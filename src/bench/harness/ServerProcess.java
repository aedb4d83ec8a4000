package harness;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A process that serves HTTP on this machine. It ends with the bench at the latest. */
public final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final Process process;
    private final Path log;
    private UnaryOperator<List<String>> tools = UnaryOperator.identity();

    private ServerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts one.
     *
     * @param command with its arguments
     * @param environment beside that of this process
     * @param log where what it prints goes to
     */
    public static ServerProcess start(List<String> command, Map<String, String> environment, Path log)
            throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new ServerProcess(process, log);
    }

    /** How the commands that ask about it are run, where they must not disturb it. */
    public ServerProcess withTools(UnaryOperator<List<String>> how) {
        tools = how;
        return this;
    }

    /** A port that nobody listens on. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Java as it runs here. */
    public static String java() {
        return tool("java");
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /**
     * Waits until this is answered with 200.
     *
     * @throws IOException if the process ends before, or two minutes have passed
     */
    public ServerProcess await(int port, String target) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();
        HttpRequest probe = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
                .timeout(Duration.ofSeconds(2))
                .build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (client.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
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

    /** The process itself. */
    public Process process() {
        return process;
    }

    /** Where what it prints goes to. */
    public Path log() {
        return log;
    }

    /** Resident memory, in bytes. */
    public long resident() throws IOException {
        return kilobytes(RESIDENT, Files.readString(Path.of("/proc/" + process.pid() + "/status")));
    }

    /** Processor time by thread; those whose names differ by a number alone are one. Threads that have ended are left out. */
    public Map<String, Duration> processorTimes() throws IOException {
        Map<String, Duration> times = new TreeMap<>();
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
            for (Path thread : threads.toList()) {
                String name = Files.readString(thread.resolve("comm")).strip().replaceAll("[-#]?\\d+$", "");
                String nanos = Files.readString(thread.resolve("schedstat")).split(" ")[0];
                times.merge(name, Duration.ofNanos(Long.parseLong(nanos)), Duration::plus);
            }
        }
        return times;
    }

    /** Bytes of a JVM's heap in use, garbage included. */
    public long heap() throws IOException, InterruptedException {
        return kilobytes(USED, jcmd("GC.heap_info"));
    }

    /** Bytes of a JVM's heap in use after a collection. */
    public long heapAfterCollection() throws IOException, InterruptedException {
        jcmd("GC.run");
        return heap();
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Process asked = new ProcessBuilder(tools.apply(List.of(tool("jcmd"), String.valueOf(process.pid()), command)))
                .redirectErrorStream(true)
                .start();
        String said = new String(asked.getInputStream().readAllBytes(), UTF_8);
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

    /** Ends the process at once, as a power failure would. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
