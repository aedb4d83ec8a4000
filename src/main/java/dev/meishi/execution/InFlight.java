package dev.meishi.execution;

import dev.meishi.execution.smallrye.WorkTracker;
import dev.meishi.failure.Failure;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What the resolvers of one execution are waiting for. It can be ended before it is complete: then the work is
 * cancelled down to its calls to LINE WORKS, every field that waits for it gets the failure, and no further resolver
 * is called.
 */
final class InFlight implements WorkTracker {

    /** By a key of their own, as futures have no equality. */
    private final Map<Object, CompletableFuture<?>> pending = new ConcurrentHashMap<>();

    private volatile @Nullable Failure end;

    private volatile boolean isForNobody;

    private final @Nullable Executor turns;

    /** Of an execution that goes on wherever its work ends. */
    InFlight() {
        this(null);
    }

    /**
     * Of an execution that goes on elsewhere.
     *
     * @param turns where fields get what their resolvers waited for, and what is below them is executed; null for
     *     wherever their work ends
     */
    InFlight(@Nullable Executor turns) {
        this.turns = turns;
    }

    @Override
    public void requireOngoing() {
        Failure why = end;
        if (why != null) {
            throw why;
        }
    }

    @Override
    public <T> CompletableFuture<T> track(CompletionStage<T> work) {
        CompletableFuture<T> done = work.toCompletableFuture();
        if (done.isDone() && turns == null && end == null) {
            // As of a page that is cached: there is nothing to end.
            return done;
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        Object key = new Object();
        pending.put(key, result);
        BiConsumer<T, Throwable> goOn = (value, thrown) -> goOn(key, result, value, thrown);
        if (turns == null) {
            work.whenComplete(goOn);
        } else {
            work.whenCompleteAsync(goOn, turns);
        }
        CompletionStage<T> watched = result;
        watched.whenComplete((value, thrown) -> {
            if (thrown != null) {
                work.toCompletableFuture().cancel(false);
            }
        });
        Failure why = end;
        if (why != null) {
            result.completeExceptionally(why);
        }
        return result;
    }

    private <T> void goOn(Object key, CompletableFuture<T> result, T value, @Nullable Throwable thrown) {
        pending.remove(key);
        if (thrown == null) {
            result.complete(value);
        } else {
            result.completeExceptionally(thrown);
        }
    }

    /** Ends all of it, as the client is gone. */
    void endForNobody(Failure why) {
        isForNobody = true;
        end(why);
    }

    @Override
    public boolean isForNobody() {
        return isForNobody;
    }

    /**
     * Ends all of it, now and for what is still to come.
     *
     * @param why what the fields that are not there yet fail with
     */
    void end(Failure why) {
        end = why;
        pending.values().forEach(result -> result.completeExceptionally(why));
        pending.clear();
    }
}
