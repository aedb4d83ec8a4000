package dev.meishi.execution.smallrye;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The execution that resolvers are called in, as far as they need to know it; found in the GraphQL context by this class. */
public interface WorkTracker {

    /**
     * To be called before work is begun.
     *
     * @throws dev.meishi.failure.Failure if the execution is ended, with the reason
     */
    void requireOngoing();

    /**
     * Whether the client is gone.
     *
     * @return true if there is no point in going on
     */
    boolean isForNobody();

    /**
     * Work that ends with the execution.
     *
     * @param <T> of the result
     * @param work begun by a resolver
     * @return the same result, or the failure that the execution is ended with
     */
    <T> CompletableFuture<T> track(CompletionStage<T> work);
}
