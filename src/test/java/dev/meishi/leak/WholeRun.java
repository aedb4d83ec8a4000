package dev.meishi.leak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Looks at every line that a JVM of tests logs, from its first test to its last, and writes what it found into the
 * directory of {@value #DIRECTORY}, where {@link LeakCheck} reads it. Without that setting it does nothing.
 */
public final class WholeRun extends Handler implements TestExecutionListener {

    /** The setting of where reports go. */
    static final String DIRECTORY = "leaks.directory";

    /** Logs a credential on purpose, so that a test sees whether one would be found. */
    static final String CANARY = "dev.meishi.leak.Canary";

    private static final int LONGEST = 400;

    /** Logs a stack trace at both ends of each request, which would take longer than all the rest. */
    private static final Logger REQUESTS = Logger.getLogger("io.quarkus.arc.requestContext");

    private final @Nullable String directory = System.getProperty(DIRECTORY);
    private final LongAdder lines = new LongAdder();
    private final LongAdder canaries = new LongAdder();
    private final Queue<String> leaks = new ConcurrentLinkedQueue<>();

    private volatile String running = "no test";

    /** Listens from the first test on. */
    public WholeRun() {
        setLevel(Level.ALL);
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        if (directory != null) {
            REQUESTS.setLevel(Level.INFO);
            Logger.getLogger("").addHandler(this);
        }
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        test.getSource()
                .filter(ClassSource.class::isInstance)
                .map(ClassSource.class::cast)
                .ifPresent(source -> running = source.getClassName());
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (directory == null) {
            return;
        }
        Logger.getLogger("").removeHandler(this);
        List<String> report = new ArrayList<>(leaks);
        report.add(0, LeakCheck.LINES + lines);
        try {
            Files.write(
                    Files.createDirectories(Path.of(directory))
                            .resolve(ProcessHandle.current().pid() + LeakCheck.REPORT),
                    report);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void publish(LogRecord line) {
        String logger = line.getLoggerName();
        if (LogLines.isOfOtherSide(logger)) {
            return;
        }
        lines.increment();
        String text = LogLines.text(line);
        Sensitive.in(text).ifPresent(kind -> {
            if (CANARY.equals(logger)) {
                canaries.increment();
            } else {
                String shown = Sensitive.masked(text).replaceAll("\\s+", " ");
                leaks.add("%s in a line of %s during %s: %s"
                        .formatted(kind, logger, running, shown.substring(0, Math.min(LONGEST, shown.length()))));
            }
        });
    }

    /** What tests see of it, which have another class of this name. */
    @Override
    public String toString() {
        return "canaries: " + canaries;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
