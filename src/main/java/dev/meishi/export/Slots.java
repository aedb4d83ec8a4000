package dev.meishi.export;

import dev.meishi.access.CallersConfig;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How many exports go on at once: so many of all, so many of each class of callers. The first of a class always may, so
 * that no class shuts out another: of all there are at most one for each class more than {@code meishi.export.max-concurrent-exports}.
 */
@Startup
@Singleton
class Slots {

    /** When one of the exports under way may be over; nobody knows. */
    private static final Duration SOMETIME = Duration.ofSeconds(30);

    private final int most;
    private final Map<String, Integer> mostOfClass = new HashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    Slots(ExportConfig config, CallersConfig callers) {
        this.most = config.maxConcurrentExports();
        callers.classes().forEach((name, settings) -> mostOfClass.put(name, settings.maxConcurrentExports()));
    }

    /**
     * Takes one.
     *
     * @param callerClass name of the class of who wants an export
     * @return gives it back; of no effect the second time
     * @throws Failure {@code TOO_MANY_EXPORTS}
     */
    synchronized Runnable take(String callerClass) {
        int ofClass = taken.getOrDefault(callerClass, 0);
        int mostOfIts = mostOfClass.getOrDefault(callerClass, 1);
        if (ofClass >= mostOfIts) {
            throw tooMany("Clients of this class run " + ofClass + " exports already, the maximum is " + mostOfIts
                    + " (meishi.callers.<class>.max-concurrent-exports).");
        }
        if (ofClass > 0 && all >= most) {
            throw tooMany(all + " exports are running already, the maximum is " + most
                    + " (meishi.export.max-concurrent-exports).");
        }
        taken.put(callerClass, ofClass + 1);
        all++;
        AtomicBoolean isBack = new AtomicBoolean();
        return () -> {
            if (isBack.compareAndSet(false, true)) {
                giveBack(callerClass);
            }
        };
    }

    private synchronized void giveBack(String callerClass) {
        taken.merge(callerClass, -1, Integer::sum);
        all--;
    }

    private static Failure tooMany(String message) {
        return new Failure(ErrorCode.TOO_MANY_EXPORTS, message, null, SOMETIME, null);
    }
}
