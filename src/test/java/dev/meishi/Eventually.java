package dev.meishi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/** Waits until something holds that no signal tells of, such as what another process counts. */
public final class Eventually {

    /** Long enough for a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final long PAUSE_MILLIS = 10;

    /** Something that may not hold yet. */
    public interface Condition {
        /** Whether it holds now. */
        boolean holds() throws Exception;
    }

    private Eventually() {}

    /** Fails if it does not hold within a minute. */
    public static void eventually(Condition condition) {
        within(PATIENCE, condition);
    }

    /** Fails if it does not hold within this time. */
    public static void within(Duration most, Condition condition) {
        long end = System.nanoTime() + most.toNanos();
        try {
            while (!condition.holds()) {
                assertThat(System.nanoTime()).as("within " + most).isLessThan(end);
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
