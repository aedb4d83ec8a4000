package dev.meishi.execution.plan;

import dev.meishi.failure.PartialFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.dataloader.BatchLoaderWithContext;
import org.jspecify.annotations.Nullable;

/**
 * What the loaders of one run have loaded, in a plan that has a loader in several places, such as under two aliases: no
 * object is loaded twice, as with the engine's data loaders. Safe for use by several threads.
 */
final class Batches {

    private final Map<BatchLoaderWithContext<Object, Object>, Map<Object, Loaded>> loaded = new HashMap<>();

    /** Where an object's value is. */
    private record Loaded(CompletableFuture<List<@Nullable Object>> batch, int place) {

        @Nullable
        Object outcome() {
            return batch.handle((all, thrown) -> PartialFailure.outcome(all, thrown, place))
                    .join();
        }
    }

    /**
     * The values of objects, loaded or being loaded.
     *
     * @param load called for those that are neither, if there are any
     * @return as many values as objects, in their order; fails with {@link PartialFailure} or with what {@code load} does
     */
    @SuppressWarnings("FutureReturnValueIgnored") // It does nothing but complete the batch.
    CompletableFuture<List<@Nullable Object>> load(
            BatchLoaderWithContext<Object, Object> loader,
            List<Object> objects,
            Function<List<Object>, CompletableFuture<List<@Nullable Object>>> load) {
        CompletableFuture<List<@Nullable Object>> batch = new CompletableFuture<>();
        List<Object> missing = new ArrayList<>(objects.size());
        List<Loaded> wanted = new ArrayList<>(objects.size());
        synchronized (this) {
            Map<Object, Loaded> known = loaded.computeIfAbsent(loader, first -> new HashMap<>());
            for (Object object : objects) {
                Loaded one = known.computeIfAbsent(object, fresh -> {
                    missing.add(fresh);
                    return new Loaded(batch, missing.size() - 1);
                });
                wanted.add(one);
            }
        }
        if (!missing.isEmpty()) {
            load.apply(missing).whenComplete((values, thrown) -> {
                if (thrown == null) {
                    batch.complete(values);
                } else {
                    batch.completeExceptionally(thrown);
                }
            });
        }
        return missing.size() == objects.size() ? batch : together(wanted);
    }

    private static CompletableFuture<List<@Nullable Object>> together(List<Loaded> wanted) {
        CompletableFuture<?>[] ends = wanted.stream()
                .map(Loaded::batch)
                .distinct()
                .map(batch -> batch.handle((all, thrown) -> null))
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(ends).thenApply(done -> {
            List<@Nullable Object> outcomes = new ArrayList<>(wanted.size());
            wanted.forEach(one -> outcomes.add(one.outcome()));
            if (outcomes.stream().anyMatch(Throwable.class::isInstance)) {
                throw new PartialFailure(outcomes);
            }
            return outcomes;
        });
    }
}
