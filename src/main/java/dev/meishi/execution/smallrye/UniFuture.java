package dev.meishi.execution.smallrye;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The result of a {@link Uni}. In place of Mutiny's own, which takes each of its steps to the context that it was begun in;
 * here a resolver activates the context that it needs.
 */
final class UniFuture extends CompletableFuture<@Nullable Object> {

    private @Nullable Cancellable subscription;

    private UniFuture() {}

    /** Begins it. */
    static CompletableFuture<@Nullable Object> of(Uni<?> uni) {
        UniFuture future = new UniFuture();
        future.begun(uni.subscribe().with(future::complete, future::completeExceptionally));
        return future;
    }

    private void begun(Cancellable begun) {
        synchronized (this) {
            subscription = begun;
        }
        if (isCancelled()) {
            begun.cancel();
        }
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
        boolean isCancelled = super.cancel(mayInterrupt);
        Cancellable begun;
        synchronized (this) {
            begun = subscription;
        }
        if (isCancelled && begun != null) {
            begun.cancel();
        }
        return isCancelled;
    }
}
