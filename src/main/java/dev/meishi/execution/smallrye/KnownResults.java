package dev.meishi.execution.smallrye;

import graphql.schema.DataFetchingEnvironment;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Results of resolvers that were called before the engine began; found in the GraphQL context by this class. */
@FunctionalInterface
public interface KnownResults {

    /**
     * What a resolver was called for already.
     *
     * @param environment of the field, by the engine
     * @return the result, under way or complete; null if the resolver was not called for it
     */
    @Nullable
    CompletableFuture<?> known(DataFetchingEnvironment environment);
}
