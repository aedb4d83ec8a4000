package dev.meishi.quota;

import dev.meishi.loop.Loop;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The pace of the event loops: a call that waited goes on in the context it came from. */
@ApplicationScoped
class VertxPace implements Pace {

    private final long start = System.nanoTime();
    private final Vertx vertx;

    VertxPace(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public long nanos() {
        return System.nanoTime() - start;
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
