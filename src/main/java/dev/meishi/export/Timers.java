package dev.meishi.export;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The clock, the timers and the thread of the request that an export answers. */
interface Timers {

    /** Nanoseconds as of {@link System#nanoTime()}. */
    long nanos();

    /**
     * Does something later, on the thread of the request.
     *
     * @return takes it back; without effect once it has begun
     */
    Runnable after(Duration wait, Runnable work);

    /** The thread of the request, for what ends on another one. */
    Executor thread();

    /** Those of the request that is being handled. */
    static Timers here(Vertx vertx) {
        Context context = vertx.getOrCreateContext();
        return new Timers() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public Runnable after(Duration wait, Runnable work) {
                long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(wait.toNanos()));
                long timer = vertx.setTimer(millis, fired -> work.run());
                return () -> vertx.cancelTimer(timer);
            }

            @Override
            public Executor thread() {
                return work -> context.runOnContext(now -> work.run());
            }
        };
    }
}
