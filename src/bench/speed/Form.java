package speed;

import harness.PackagedGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A form in which the program can be run.
 *
 * @param name of it
 * @param program that is it, with its options
 * @param bytes of it on disk
 * @param cacheBytes of the cache beside it, 0 if there is none
 */
record Form(String name, List<String> program, long bytes, long cacheBytes) {

    private static final Path FOLDER = Path.of("target", "speed");

    /** All that can be run here; the cache is made for it. */
    static List<Form> all(Options options) throws IOException, InterruptedException {
        int version = Runtime.version().feature();
        boolean isAheadOfTime = version >= 25;
        Path cache = FOLDER.resolve(isAheadOfTime ? "gateway.aot" : "gateway.jsa");
        train(options.jar(), cache);
        long jar = bytes(Objects.requireNonNull(options.jar().toAbsolutePath().getParent()));
        List<String> cached = new ArrayList<>(options.ofGateway());
        cached.addAll(
                isAheadOfTime
                        ? List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=on")
                        : List.of("-XX:SharedArchiveFile=" + cache, "-Xshare:on"));
        List<Form> forms = new ArrayList<>();
        forms.add(new Form("JVM " + version, jar(options, options.ofGateway()), jar, 0));
        forms.add(new Form(
                isAheadOfTime ? "ahead-of-time cache" : "class archive", jar(options, cached), jar, Files.size(cache)));
        if (options.binary().isPresent()) {
            String binary = options.binary().get().toString();
            forms.add(new Form(
                    "native binary",
                    PackagedGateway.binary(binary, options.ofGateway()),
                    bytes(options.binary().get()),
                    0));
        }
        return forms;
    }

    private static List<String> jar(Options options, List<String> ofJvm) {
        return PackagedGateway.jar(options.jar().toString(), ofJvm);
    }

    private static void train(Path jar, Path cache) throws IOException, InterruptedException {
        ProcessBuilder training = new ProcessBuilder("src/main/docker/train", jar.toString(), cache.toString())
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("train.log").toFile());
        training.environment().put("JAVA_HOME", System.getProperty("java.home"));
        if (training.start().waitFor() != 0) {
            throw new IOException("No cache was made:\n" + Files.readString(FOLDER.resolve("train.log")));
        }
    }

    private static long bytes(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).mapToLong(Form::size).sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The command that starts it. */
    List<String> on(int port) {
        List<String> command = new ArrayList<>(program);
        command.add(1, "-Dquarkus.http.port=" + port);
        return command;
    }

    /** Whether it is a native binary. */
    boolean isNative() {
        return name.startsWith("native");
    }
}
