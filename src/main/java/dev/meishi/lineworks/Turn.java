package dev.meishi.lineworks;

import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** A turn of the event loop, in which nobody else is served. */
final class Turn {

    private Turn() {}

    /** Does this when those had a turn who have been waiting for one; at once where there is no event loop. */
    static void next(Runnable work) {
        Context context = Vertx.currentContext();
        if (context == null) {
            work.run();
        } else {
            context.runOnContext(turn -> work.run());
        }
    }
}
