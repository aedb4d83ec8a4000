package dev.meishi.quota;

import dev.meishi.loop.Loop;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The pace of the event loops: a call that waited goes on in the context it came from. */
@ApplicationScoped
class VertxPace implements Pace {

    private final Vertx vertx;
    private final LongSupplier nanoTime;
    private final long start;

    @Inject
    VertxPace(Vertx vertx) {
        this(vertx, System::nanoTime);
    }

    VertxPace(Vertx vertx, LongSupplier nanoTime) {
        this.vertx = vertx;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    @Override
    public long nanos() {
        return nanoTime.getAsLong() - start;
    }

    @Override
    public Runnable after(Duration wait, Runnable work) {
        long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(wait.toNanos() + 999_999));
        long timer = vertx.setTimer(millis, fired -> work.run());
        return () -> vertx.cancelTimer(timer);
    }

    @Override
    public Executor here() {
        return Loop.here();
    }

    @Override
    public int salt() {
        return ThreadLocalRandom.current().nextInt();
    }

    @Override
    public Duration about(Duration pause) {
        long nanos = pause.toNanos();
        return Duration.ofNanos(nanos / 2 + ThreadLocalRandom.current().nextLong(nanos + 1));
    }
}
