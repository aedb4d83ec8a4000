package dev.meishi.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@link LogThrottle}: a line of each kind, once in an interval. */
class LogThrottleTest {

    private enum Kind {
        ONE,
        OTHER
    }

    /** Close to where the clock of the JVM may overflow. */
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);

    private final LogThrottle<Kind> throttle = new LogThrottle<>(Duration.ofNanos(100), now::get);

    @Test
    void theFirstLineIsDueAndTheNextAfterAnInterval() {
        assertThat(throttle.isDue(Kind.ONE)).isTrue();
        assertThat(throttle.isDue(Kind.ONE)).isFalse();

        now.addAndGet(99);
        assertThat(throttle.isDue(Kind.ONE)).isFalse();

        now.addAndGet(1);
        assertThat(throttle.isDue(Kind.ONE)).isTrue();
        assertThat(throttle.isDue(Kind.ONE)).isFalse();
    }

    @Test
    void kindsDoNotHoldEachOtherBack() {
        assertThat(throttle.isDue(Kind.ONE)).isTrue();
        assertThat(throttle.isDue(Kind.OTHER)).isTrue();
        assertThat(throttle.isDue(Kind.OTHER)).isFalse();
    }

    @Test
    void ofSeveralThreadsOneLogs() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 200; round++) {
                Callable<Boolean> ask = () -> throttle.isDue(Kind.ONE);
                int due = 0;
                for (Future<Boolean> asked : threads.invokeAll(
                        IntStream.range(0, 4).mapToObj(i -> ask).toList())) {
                    due += asked.get() ? 1 : 0;
                }
                assertThat(due).isEqualTo(1);
                now.addAndGet(100);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
