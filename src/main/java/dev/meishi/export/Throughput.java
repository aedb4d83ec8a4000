package dev.meishi.export;

import java.time.Duration;

/**
 * The throughput of a reader in the time that is spent waiting for it, which excludes the time an export waits for LINE
 * WORKS. It is measured in windows: a system's buffers take megabytes at once and hide for seconds whether anybody reads.
 * Times are of {@link System#nanoTime()}.
 */
final class Throughput {

    private static final double NANOS_A_MINUTE = 60e9;

    private final double least;
    private final long window;
    private long bytes;
    private long waited;
    private long since;

    /**
     * A floor.
     *
     * @param leastAMinute bytes that a reader must take in a minute of waiting; one that takes nothing in a window is too
     *     slow even for a floor of 0
     * @param window how much waiting is judged at once
     */
    Throughput(long leastAMinute, Duration window) {
        this.window = window.toNanos();
        this.least = Math.max(1, leastAMinute * (this.window / NANOS_A_MINUTE));
    }

    /** The reader was given bytes, having taken those before. */
    void gave(int length) {
        bytes += length;
    }

    /** Waiting for the reader begins. */
    void waits(long now) {
        since = now;
    }

    /** It is over. */
    void goesOn(long now) {
        waited += now - since;
    }

    /** How much longer may be waited before the reader is to be judged; zero or less if that is due. */
    Duration left() {
        return Duration.ofNanos(window - waited);
    }

    /** Whether a window of waiting has brought less than the floor; if not, the next window begins. */
    boolean isTooLow(long now) {
        goesOn(now);
        waits(now);
        if (waited < window) {
            return false;
        }
        boolean isTooLow = bytes < least;
        bytes = 0;
        waited = 0;
        return isTooLow;
    }
}
