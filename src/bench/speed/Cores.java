package speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Which core does what: one is measured, the other one makes the load, so that neither takes from the other. */
enum Cores {
    MEASURED(0),
    LOADING(1),
    /** Wherever the system puts it. */
    ANY(-1);

    private static final boolean IS_PINNED =
            Runtime.getRuntime().availableProcessors() > 1 && Files.isExecutable(Path.of("/usr/bin/taskset"));

    private final int number;

    Cores(int number) {
        this.number = number;
    }

    static boolean isPinned() {
        return IS_PINNED;
    }

    /** The command kept to this core, where that can be. */
    List<String> keep(List<String> command) {
        List<String> kept = new ArrayList<>();
        if (IS_PINNED && number >= 0) {
            kept.addAll(List.of("/usr/bin/taskset", "-c", String.valueOf(number)));
        }
        kept.addAll(command);
        return kept;
    }

    /** Jiffies that this core was busy since the machine began; with all others if nothing is pinned. */
    long busy() throws IOException {
        String line = Files.readAllLines(Path.of("/proc/stat")).stream()
                .filter(each -> each.startsWith((IS_PINNED ? "cpu" + number : "cpu") + " "))
                .findFirst()
                .orElseThrow();
        String[] jiffies = line.trim().split(" +", -1);
        return Long.parseLong(jiffies[1])
                + Long.parseLong(jiffies[2])
                + Long.parseLong(jiffies[3])
                + Long.parseLong(jiffies[6])
                + Long.parseLong(jiffies[7]);
    }
}
