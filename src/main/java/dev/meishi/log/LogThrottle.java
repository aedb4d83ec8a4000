package dev.meishi.log;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Lets a line of each kind into the log once in an interval, as callers could have it written as often as they like. Safe
 * for use by several threads.
 *
 * @param <K> kind of line: an enumeration, so that nobody can think of more
 */
public final class LogThrottle<K extends Enum<K>> {

    private final Map<K, Long> loggedAt = new ConcurrentHashMap<>();
    private final long interval;
    private final LongSupplier nanoTime;

    /**
     * A throttle that has let nothing through yet.
     *
     * @param interval for which a kind of line is held back after one was let through
     */
    public LogThrottle(Duration interval) {
        this(interval, System::nanoTime);
    }

    LogThrottle(Duration interval, LongSupplier nanoTime) {
        this.interval = interval.toNanos();
        this.nanoTime = nanoTime;
    }

    /**
     * Asks for leave to log a line; of several threads that ask at the same time one gets it.
     *
     * @param kind of the line
     * @return true if it is to be logged now
     */
    public boolean isDue(K kind) {
        long now = nanoTime.getAsLong();
        Long last = loggedAt.get(kind);
        return last == null
                ? loggedAt.putIfAbsent(kind, now) == null
                : now - last >= interval && loggedAt.replace(kind, last, now);
    }
}
