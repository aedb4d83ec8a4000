package dev.meishi.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** {@link VertxPace}: its clock, and how its timers are set. */
class VertxPaceTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final List<Object> set = new ArrayList<>();
    private final VertxPace pace = new VertxPace(vertx(), now::get);

    @Test
    void timeCountsFromItsBeginningHoweverTheClockOfTheSystemCounts() {
        assertThat(pace.nanos()).isZero();
        now.addAndGet(1_000);
        assertThat(pace.nanos()).isEqualTo(1_000);
    }

    @Test
    void aTimerFiresNoEarlierThanItWasSetFor() {
        pace.after(Duration.ZERO, () -> {});
        pace.after(Duration.ofNanos(1), () -> {});
        pace.after(Duration.ofNanos(1_000_001), () -> {});
        pace.after(Duration.ofMillis(3), () -> {}).run();

        assertThat(set).containsExactly(1L, 1L, 2L, 3L, "taken back");
    }

    private Vertx vertx() {
        return (Vertx) Proxy.newProxyInstance(
                VertxPaceTest.class.getClassLoader(),
                new Class<?>[] {Vertx.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "setTimer" -> {
                        set.add(arguments[0]);
                        yield 7L;
                    }
                    case "cancelTimer" -> set.add("taken back");
                    default -> throw new AssertionError(method);
                });
    }
}
