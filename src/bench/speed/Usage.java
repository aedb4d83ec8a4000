package speed;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * CPU time that each thread of a process has had, in nanoseconds as the scheduler counts it. Told thread by thread, as
 * one that ends takes its count with it.
 */
final class Usage {

    private enum Kind {
        JIT,
        COLLECTOR,
        OTHER;

        /** By the thread's name, of which Linux keeps 15 characters. */
        static Kind of(String name) {
            if (name.startsWith("C1 Compiler") || name.startsWith("C2 Compiler")) {
                return JIT;
            }
            // The serial collector works in the VM's thread.
            return name.startsWith("GC ") || name.startsWith("G1 ") || name.equals("VM Thread") ? COLLECTOR : OTHER;
        }
    }

    private record Task(Kind kind, long nanos) {}

    private final Map<String, Task> threads = new HashMap<>();

    static Usage of(long pid) throws IOException {
        Usage usage = new Usage();
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
            for (Path task : tasks) {
                usage.read(task);
            }
        }
        return usage;
    }

    private void read(Path task) throws IOException {
        try {
            String name = Files.readString(task.resolve("comm")).trim();
            String spent = Files.readString(task.resolve("schedstat"));
            threads.put(
                    task.getFileName().toString(),
                    new Task(Kind.of(name), Long.parseLong(spent.substring(0, spent.indexOf(' ')))));
        } catch (NoSuchFileException ended) {
            // between the listing and here
        }
    }

    /** What all threads have had since then. */
    long since(Usage before) {
        return since(before, Kind.OTHER) + compilingSince(before) + collectingSince(before);
    }

    /** Of that, the JIT's threads. */
    long compilingSince(Usage before) {
        return since(before, Kind.JIT);
    }

    /** Of that, the garbage collector's. */
    long collectingSince(Usage before) {
        return since(before, Kind.COLLECTOR);
    }

    private long since(Usage before, Kind kind) {
        Task none = new Task(kind, 0);
        return threads.entrySet().stream()
                .filter(thread -> thread.getValue().kind() == kind)
                .mapToLong(thread -> thread.getValue().nanos()
                        - before.threads.getOrDefault(thread.getKey(), none).nanos())
                .sum();
    }
}
