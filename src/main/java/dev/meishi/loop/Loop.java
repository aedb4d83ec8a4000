package dev.meishi.loop;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/** The event loop that the caller runs on. */
public final class Loop {

    private Loop() {}

    /**
     * Where the caller is running, for work to come back to.
     *
     * @return does it in a turn of the caller's event loop, after those who have been waiting for one already; at once
     *     where there is no event loop
     */
    public static Executor here() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : work -> context.runOnContext(turn -> work.run());
    }
}
