package speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Which core does what: one is measured, the other one makes the load, so that neither takes from the other. */
enum Cores {
    MEASURED,
    LOADING;

    private static final boolean IS_PINNED =
            Runtime.getRuntime().availableProcessors() > 1 && Files.isExecutable(Path.of("/usr/bin/taskset"));

    static boolean isPinned() {
        return IS_PINNED;
    }

    /** The command kept to this core, where that can be. */
    List<String> keep(List<String> command) {
        List<String> kept = new ArrayList<>();
        if (IS_PINNED) {
            kept.addAll(List.of("/usr/bin/taskset", "-c", String.valueOf(ordinal())));
        }
        kept.addAll(command);
        return kept;
    }

    /** Jiffies that this core was busy since the machine began; with all others if nothing is pinned. */
    long busy() throws IOException {
        String line = Files.readAllLines(Path.of("/proc/stat")).stream()
                .filter(each -> each.startsWith((IS_PINNED ? "cpu" + ordinal() : "cpu") + " "))
                .findFirst()
                .orElseThrow();
        String[] jiffies = line.trim().split(" +");
        return Long.parseLong(jiffies[1])
                + Long.parseLong(jiffies[2])
                + Long.parseLong(jiffies[3])
                + Long.parseLong(jiffies[6])
                + Long.parseLong(jiffies[7]);
    }
}
