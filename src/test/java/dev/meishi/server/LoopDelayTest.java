package dev.meishi.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** {@link LoopDelay}: a loop that is late is seen to be, and measured again. */
class LoopDelayTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicLong now = new AtomicLong();
    private final Queue<Runnable> due = new ArrayDeque<>();
    private final LoopDelay delay = new LoopDelay(registry, now::get);

    @Test
    void whatIsDoneLaterThanItIsDueIsADelay() {
        delay.measure(due::add);

        runAfter(LoopDelay.PERIOD + TimeUnit.MILLISECONDS.toNanos(30));
        runAfter(LoopDelay.PERIOD);

        assertThat(timer().count()).isEqualTo(2);
        assertThat(timer().totalTime(TimeUnit.MILLISECONDS)).isEqualTo(30);
    }

    @Test
    void aLoopThatIsEarlyHasNoDelay() {
        delay.measure(due::add);

        runAfter(LoopDelay.PERIOD - 1);

        assertThat(timer().count()).isEqualTo(1);
        assertThat(timer().totalTime(TimeUnit.NANOSECONDS)).isZero();
    }

    @Test
    void nothingIsMeasuredAfterTheEnd() {
        delay.measure(due::add);
        delay.stop();

        runAfter(LoopDelay.PERIOD);

        assertThat(timer().count()).isZero();
        assertThat(due).isEmpty();
    }

    private void runAfter(long nanos) {
        now.addAndGet(nanos);
        due.remove().run();
    }

    private Timer timer() {
        return registry.get("meishi.event.loop.delay").timer();
    }
}
