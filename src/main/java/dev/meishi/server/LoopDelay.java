package dev.meishi.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Measures how long work waits for its event loop: each loop is asked twice a second to do nothing, and does so as late as
 * anything else that is due then.
 */
@Startup
@Singleton
class LoopDelay {

    static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(500);

    /** Up to the delay at which Vert.x itself begins to warn, and beyond it. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500)
    };

    private final Timer timer;
    private final LongSupplier nanoTime;
    private volatile boolean isStopped;

    @Inject
    LoopDelay(Vertx vertx, MeterRegistry registry) {
        this(registry, System::nanoTime);
        // What the interface has for it is deprecated, and goes with Vert.x 5.
        for (EventExecutor loop : ((VertxInternal) vertx).getEventLoopGroup()) {
            measure(due -> schedule(loop, due));
        }
    }

    LoopDelay(MeterRegistry registry, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.timer = Timer.builder("meishi.event.loop.delay")
                .description("How late event loops do what is due, measured twice a second on each of them")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private static void schedule(EventExecutor loop, Runnable due) {
        loop.schedule(due, PERIOD, TimeUnit.NANOSECONDS);
    }

    /**
     * Measures one loop from now on.
     *
     * @param later does something on it after the period
     */
    void measure(Executor later) {
        long due = nanoTime.getAsLong() + PERIOD;
        later.execute(() -> {
            if (!isStopped) {
                timer.record(Math.max(0, nanoTime.getAsLong() - due), TimeUnit.NANOSECONDS);
                measure(later);
            }
        });
    }

    @PreDestroy
    void stop() {
        isStopped = true;
    }
}
