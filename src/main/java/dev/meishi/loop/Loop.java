package dev.meishi.loop;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The event loop that the caller runs on. */
public final class Loop {

    private Loop() {}

    /**
     * Where the caller is running, for work to come back to.
     *
     * @return does it on the caller's event loop as soon as that is free; at once where there is no event loop
     */
    public static Executor here() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : work -> context.runOnContext(there -> work.run());
    }

    /**
     * The same for work that takes long.
     *
     * @return does it on the caller's event loop when that has looked what came in meanwhile, and served it; null where
     *     there is no event loop. For this it is scheduled, with Netty's loop below Vert.x's context: what is merely queued
     *     comes before anything from the network, as a loop empties its queue first
     */
    @SuppressWarnings("FutureReturnValueIgnored") // what the work throws, the context hears
    public static @Nullable Executor nextTurn() {
        return Vertx.currentContext() instanceof ContextInternal context
                ? work -> context.nettyEventLoop()
                        .schedule(() -> context.emit(turn -> work.run()), 0, TimeUnit.NANOSECONDS)
                : null;
    }
}
