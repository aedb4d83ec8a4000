package dev.meishi.execution.plan;

import dev.meishi.execution.plan.PlannedField.BatchResolver;
import dev.meishi.execution.plan.PlannedField.Resolver;
import dev.meishi.execution.smallrye.WorkTracker;
import dev.meishi.tracing.TraceSpan;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Calls the resolvers of one run of a plan, each for all of its objects. */
final class ResolverCalls {

    private final Environments environments;
    private final WorkTracker work;
    private final TraceSpan span;
    private final @Nullable Batches batches;

    ResolverCalls(Plan plan, Environments environments, WorkTracker work, TraceSpan span) {
        this.environments = environments;
        this.work = work;
        this.span = span;
        this.batches = plan.isLoaderShared() ? new Batches() : null;
    }

    void call(FieldResults field) {
        if (span.isRecorded()) {
            traced(field);
        } else {
            resolve(field);
        }
    }

    /** By the names of the schema: an alias is the client's. */
    private void traced(FieldResults field) {
        PlannedField planned = field.field();
        TraceSpan part = span.part(planned.owner().getName()
                + '.'
                + Objects.requireNonNull(planned.definition()).getName());
        part.set("meishi.resolver.objects", field.objects().size());
        part.run(() -> resolve(field));
        field.come(field.values().whenComplete((values, thrown) -> part.end()));
    }

    private void resolve(FieldResults field) {
        if (field.field().source() instanceof BatchResolver batch) {
            List<Object> objects = field.objects();
            CompletableFuture<List<@Nullable Object>> all = batches == null
                    ? batched(batch, field, objects)
                    : batches.load(batch.loader(), objects, some -> batched(batch, field, some));
            field.come(all.handle(
                    (values, thrown) -> thrown == null ? values : Incomplete.outcomes(objects.size(), thrown)));
        } else if (field.field().source() instanceof Resolver resolver) {
            List<CompletableFuture<?>> each = new ArrayList<>(field.objects().size());
            for (int i = 0; i < field.objects().size(); i++) {
                each.add(single(resolver, field, i));
            }
            field.come(all(each));
        }
    }

    /** As the engine takes it: what a resolver throws, or its arguments do, is what it would have failed with. */
    private CompletableFuture<?> single(Resolver resolver, FieldResults field, int place) {
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
            BatchResolver batch, FieldResults field, List<Object> objects) {
        try {
            work.requireOngoing();
            int size = objects.size();
            return work.track(batch.loader().load(objects, environments.ofBatch(field)))
                    .thenApply(values -> {
                        if (values.size() != size) {
                            throw new IllegalStateException(
                                    "A batch of " + size + " has " + values.size() + " results");
                        }
                        return values;
                    });
        } catch (RuntimeException thrown) {
            return CompletableFuture.failedFuture(thrown);
        }
    }

    private static CompletableFuture<List<@Nullable Object>> all(List<CompletableFuture<?>> each) {
        if (each.size() == 1) {
            return each.get(0).handle((value, thrown) -> FieldResults.alone(Incomplete.outcome(value, thrown)));
        }
        return CompletableFuture.allOf(each.toArray(CompletableFuture[]::new)).handle((done, failed) -> {
            List<@Nullable Object> values = new ArrayList<>(each.size());
            each.forEach(one -> values.add(one.handle(Incomplete::outcome).join()));
            return values;
        });
    }
}
