package dev.meishi.loop;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * Work of one event loop that takes long, in the order in which it comes: as many pieces as end within two milliseconds, or
 * a single longer one, and the network in between. A turn is scheduled by Netty: what is merely queued comes before anything
 * from the network, as a loop empties its queue first, and of what is scheduled it does up to 64 pieces before it looks
 * again. With a look after each piece, however short, pages that have come wait for one another and leave the processor's
 * cache: pages of 200 contacts took 25 % more of it.
 */
final class Turns {

    private static final FastThreadLocal<Turns> HERE = new FastThreadLocal<>() {
        @Override
        protected Turns initialValue() {
            return new Turns();
        }
    };

    /** How long the loop goes on without a look at the network, the piece under way then aside. */
    static final long NANOS_A_TURN = TimeUnit.MILLISECONDS.toNanos(2);

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
        if (!isUnderWay) {
            schedule(loop);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private void schedule(EventLoop loop) {
        if (!isScheduled && !waiting.isEmpty()) {
            isScheduled = true;
            loop.schedule(() -> next(loop), 0, TimeUnit.NANOSECONDS);
        }
    }

    private void next(EventLoop loop) {
        long end = System.nanoTime() + NANOS_A_TURN;
        isScheduled = false;
        isUnderWay = true;
        try {
            do {
                waiting.remove().run();
            } while (!waiting.isEmpty() && System.nanoTime() - end < 0);
        } finally {
            isUnderWay = false;
            schedule(loop);
        }
    }
}
