package dev.meishi.execution.plan;

import dev.meishi.execution.plan.PlannedField.BatchResolver;
import dev.meishi.execution.plan.PlannedField.Resolver;
import dev.meishi.execution.smallrye.WorkTracker;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Calls the resolvers of one run of a plan, each for all of its objects. */
final class ResolverCalls {

    private final Environments environments;
    private final WorkTracker work;
    private final @Nullable Batches batches;

    ResolverCalls(Plan plan, Environments environments, WorkTracker work) {
        this.environments = environments;
        this.work = work;
        this.batches = plan.isLoaderShared() ? new Batches() : null;
    }

    void call(Resolved field) {
        if (field.field().source() instanceof BatchResolver batch) {
            field.come(
                    batches == null
                            ? batched(batch, field, field.objects())
                            : batches.load(batch.loader(), field.objects(), some -> batched(batch, field, some)));
        } else if (field.field().source() instanceof Resolver resolver) {
            List<CompletableFuture<?>> each = new ArrayList<>(field.objects().size());
            for (int i = 0; i < field.objects().size(); i++) {
                each.add(single(resolver, field, i));
            }
            field.come(each, all(each));
        }
    }

    /** As the engine takes it: what a resolver throws, or its arguments do, is what it would have failed with. */
    private CompletableFuture<?> single(Resolver resolver, Resolved field, int place) {
        try {
            Object object = field.objects().get(place);
            DataFetchingEnvironment environment =
                    environments.of(field.field(), PlanRun.isRoot(object) ? null : object, field.path(place));
            Object value = resolver.fetcher().get(environment);
            return value instanceof CompletionStage<?> stage
                    ? stage.toCompletableFuture()
                    : CompletableFuture.completedFuture(value);
        } catch (Exception thrown) {
            return CompletableFuture.failedFuture(thrown);
        }
    }

    private CompletableFuture<List<@Nullable Object>> batched(
            BatchResolver batch, Resolved field, List<Object> objects) {
        try {
            work.requireOngoing();
            int size = objects.size();
            return work.track(batch.loader().load(objects, environments.ofBatch(field)))
                    .thenApply(values -> {
                        if (values.size() != size) {
                            throw new Unplanned("a batch of " + size + " that came to " + values.size());
                        }
                        return values;
                    });
        } catch (RuntimeException thrown) {
            return CompletableFuture.failedFuture(thrown);
        }
    }

    private static CompletableFuture<List<@Nullable Object>> all(List<CompletableFuture<?>> each) {
        if (each.size() == 1) {
            return each.get(0).thenApply(value -> Resolved.alone(data(value)));
        }
        return CompletableFuture.allOf(each.toArray(CompletableFuture[]::new)).thenApply(done -> {
            List<@Nullable Object> values = new ArrayList<>(each.size());
            each.forEach(one -> values.add(data(one.join())));
            return values;
        });
    }

    private static @Nullable Object data(@Nullable Object value) {
        if (value instanceof DataFetcherResult<?> result) {
            if (result.hasErrors()) {
                throw new Unplanned("a result with errors");
            }
            return result.getData();
        }
        return value;
    }
}
