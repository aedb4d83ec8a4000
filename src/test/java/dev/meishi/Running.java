package dev.meishi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A process of what this build packages, in production: the native binary under -Dnative, else the jar.
 *
 * @param process itself
 * @param port of the callers
 * @param gateway on that port
 * @param operator on the port of health and metrics
 * @param log what it says
 */
public record Running(Process process, int port, Gateway gateway, Gateway operator, Path log) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Starts one and waits until it is ready. */
    public static Running of(String... settings) throws Exception {
        int port = freePort();
        int management = freePort();
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("-Dquarkus.http.port=" + port);
        all.add("-Dquarkus.management.port=" + management);
        Path log = newLog();
        Process process = start(log, all);
        Gateway gateway = new Gateway(URI.create("http://localhost:" + port));
        Gateway operator = new Gateway(URI.create("http://localhost:" + management));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!operator.isUp("/q/health/ready")) {
            if (System.nanoTime() > end || !process.isAlive()) {
                process.destroyForcibly();
                throw new IllegalStateException(Files.readString(log));
            }
            Thread.sleep(100);
        }
        return new Running(process, port, gateway, operator, log);
    }

    /** A file for what one says, where all logs of this run of tests are looked at. */
    public static Path newLog() throws IOException {
        String directory = System.getProperty("leaks.directory");
        return directory == null
                ? Files.createTempFile("meishi", ".log")
                : Files.createTempFile(Files.createDirectories(Path.of(directory)), "meishi", ".log");
    }

    /** Starts one. */
    public static Process start(Path log, List<String> settings) throws IOException {
        return start(log, settings, List.of());
    }

    /** Starts one with arguments. */
    public static Process start(Path log, List<String> settings, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(application());
        command.addAll(1, settings);
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("MEISHI_") || name.startsWith("QUARKUS_"));
        return builder.start();
    }

    private static List<String> application() {
        if (Boolean.getBoolean("test.meishi.native")) {
            return List.of(System.getProperty("native.image.path"));
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                "target/quarkus-app/quarkus-run.jar");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Whether it runs or how it ended, and its log; for a test that fails. */
    public String state() {
        String ended = process.isAlive() ? "It runs." : "It ended with exit code " + process.exitValue() + ".";
        try {
            return ended + " Its log:\n" + Files.readString(log);
        } catch (IOException unreadable) {
            return ended + " Its log cannot be read: " + unreadable;
        }
    }

    /** Notes what an operator sees of it, beside its log. */
    private void noteOperatorsPages() {
        try {
            Files.writeString(
                    log.resolveSibling(log.getFileName() + ".operator"),
                    operator.text("/q/metrics") + operator.text("/q/health"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Tells it to end, as an orchestrator does. */
    public void terminate() {
        process.destroy();
    }

    @Override
    public void close() {
        if (operator.isUp("/q/health/ready")) {
            noteOperatorsPages();
        }
        process.destroyForcibly().onExit().join();
    }
}
