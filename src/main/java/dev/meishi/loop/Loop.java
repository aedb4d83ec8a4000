package dev.meishi.loop;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
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
     * @return does it on the caller's event loop, in a turn: before that the loop looks what has come in, and serves it, and
     *     again after two milliseconds of such work; null where there is no event loop
     */
    public static @Nullable Executor nextTurn() {
        return Vertx.currentContext() instanceof ContextInternal context
                ? work -> Turns.take(context.nettyEventLoop(), () -> context.emit(turn -> work.run()))
                : null;
    }

    /**
     * The same for a wait, such as that for an answer: the work after it is done in a turn. Of several waits that end at the
     * same time, the work after one is done to its end before that of the next one begins, so that few results are in memory.
     *
     * @param <T> what is waited for
     * @return has the wait end in a turn of the caller's event loop; leaves it as it is where there is no event loop
     */
    public static <T> UnaryOperator<Uni<T>> inTurn() {
        Executor turn = nextTurn();
        return turn == null ? UnaryOperator.identity() : wait -> wait.emitOn(turn);
    }

    /**
     * The same for work that may follow from what a turn was taken for.
     *
     * @return does it at once where its caller is in a turn of that event loop, and in the next one where not; null where
     *     there is no event loop
     */
    public static @Nullable Executor thisOrNextTurn() {
        return Vertx.currentContext() instanceof ContextInternal context
                ? work -> {
                    if (context.nettyEventLoop().inEventLoop() && Turns.isUnderWay()) {
                        context.emit(turn -> work.run());
                    } else {
                        Turns.take(context.nettyEventLoop(), () -> context.emit(turn -> work.run()));
                    }
                }
                : null;
    }
}
