package dev.meishi.loop;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * Work of one event loop that takes long: one piece at a time, in the order in which it comes, and the network in between.
 * Each piece is scheduled by Netty: what is merely queued comes before anything from the network, as a loop empties its
 * queue first, and of what is scheduled it does up to 64 pieces before it looks again.
 */
final class Turns {

    private static final FastThreadLocal<Turns> HERE = new FastThreadLocal<>() {
        @Override
        protected Turns initialValue() {
            return new Turns();
        }
    };

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean isScheduled;
    private boolean isUnderWay;

    private Turns() {}

    /** Whether the caller is in a turn. */
    static boolean isUnderWay() {
        return HERE.get().isUnderWay;
    }

    /** Does work on an event loop in a turn of its own; what it throws it has to tell by itself. */
    static void take(EventLoop loop, Runnable work) {
        if (loop.inEventLoop()) {
            HERE.get().add(loop, work);
        } else {
            loop.execute(() -> HERE.get().add(loop, work));
        }
    }

    private void add(EventLoop loop, Runnable work) {
        waiting.add(work);
        schedule(loop);
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private void schedule(EventLoop loop) {
        if (!isScheduled && !waiting.isEmpty()) {
            isScheduled = true;
            loop.schedule(() -> next(loop), 0, TimeUnit.NANOSECONDS);
        }
    }

    private void next(EventLoop loop) {
        Runnable work = waiting.remove();
        isScheduled = false;
        schedule(loop);
        isUnderWay = true;
        try {
            work.run();
        } finally {
            isUnderWay = false;
        }
    }
}
