package harness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The gateway that was packaged, in a process of its own, on loopback.
 *
 * @param server its process
 * @param port that it answers clients on
 * @param management the port of its health and its figures
 */
public record PackagedGateway(ServerProcess server, int port, int management) implements AutoCloseable {

    private static final String PORT = "quarkus.http.port";
    private static final String JAR = "target/quarkus-app/quarkus-run.jar";

    /** The program that is a gateway with some options: the jar, run by a JVM. */
    public static List<String> jar(List<String> options) {
        return jar(JAR, options);
    }

    /** The same of another jar. */
    public static List<String> jar(String path, List<String> options) {
        List<String> program = new ArrayList<>(List.of(ServerProcess.java()));
        program.addAll(options);
        program.addAll(List.of("-jar", path));
        return program;
    }

    /** The same of a native binary. */
    public static List<String> binary(String path, List<String> options) {
        List<String> program =
                new ArrayList<>(List.of(Path.of(path).toAbsolutePath().toString()));
        program.addAll(options);
        return program;
    }

    /**
     * Starts one and waits until it is ready.
     *
     * @param program with its options
     * @param settings by their keys; without a port among them it gets a free one
     * @param log where what it prints goes to
     */
    public static PackagedGateway start(List<String> program, Map<String, String> settings, Path log)
            throws IOException, InterruptedException {
        PackagedGateway gateway = launch(program, settings, log);
        gateway.server.await(gateway.management, "/q/health/ready");
        return gateway;
    }

    /** Starts one, as {@link #start} does, and does not wait. */
    public static PackagedGateway launch(List<String> program, Map<String, String> settings, Path log)
            throws IOException {
        int port = Integer.parseInt(settings.getOrDefault(PORT, String.valueOf(ServerProcess.freePort())));
        int management = ServerProcess.freePort();
        Map<String, String> all = new TreeMap<>(settings);
        all.put("quarkus.http.host", "127.0.0.1");
        all.put(PORT, String.valueOf(port));
        all.put("quarkus.management.host", "127.0.0.1");
        all.put("quarkus.management.port", String.valueOf(management));
        List<String> properties = new ArrayList<>();
        all.forEach((key, value) -> properties.add("-D" + key + "=" + value));
        List<String> command = new ArrayList<>(program);
        command.addAll(1, properties);
        return new PackagedGateway(ServerProcess.start(command, Map.of(), log), port, management);
    }

    @Override
    public void close() {
        server.close();
    }
}
