package dev.meishi.execution;

import dev.meishi.execution.PlannedField.BatchResolver;
import dev.meishi.execution.PlannedField.Resolver;
import dev.meishi.graphql.Estimate;
import dev.meishi.json.JsonBuffer;
import dev.meishi.json.JsonParts;
import dev.meishi.json.Literal;
import dev.meishi.ledger.Ledger;
import graphql.GraphQLError;
import graphql.execution.DataFetcherResult;
import graphql.execution.MergedField;
import graphql.execution.ResultPath;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A plan being executed: resolvers first, level by level and each field for all of its objects, then all of the answer
 * in one go. It has an answer only where every field comes to one; where any does not, the engine executes the operation
 * with what the resolvers have come to here, and calls none of these again.
 */
final class PlanRun {

    /** What the operation's own fields belong to; they have resolvers, which are given nothing. */
    private static final Root ROOT = new Root();

    private static final Literal ERRORS = new Literal("{\"errors\":");

    private static final Literal BEGIN = new Literal("{\"data\":");

    private final Plan plan;
    private final Environments environments;
    private final InFlight inFlight;
    private final Ledger ledger;
    private final Renditions kept;
    private final Answering answering;
    private final @Nullable Resolved[] resolved;
    private final @Nullable Batches batches;
    private final Faults faults = new Faults();
    private @Nullable Renditions renditions;
    private boolean hasFaults;

    private static final class Root {}

    /**
     * What the answer is written into.
     *
     * @param room for it
     * @param estimate of it
     */
    record Answering(JsonParts.Room room, Estimate estimate) {}

    PlanRun(
            Plan plan,
            Environments environments,
            InFlight inFlight,
            Ledger ledger,
            Renditions kept,
            Answering answering) {
        this.plan = plan;
        this.environments = environments;
        this.inFlight = inFlight;
        this.ledger = ledger;
        this.kept = kept;
        this.answering = answering;
        this.resolved = new @Nullable Resolved[plan.slots()];
        this.batches = plan.isLoaderShared() ? new Batches() : null;
    }

    /**
     * Calls the resolvers of all root fields, and goes on from there.
     *
     * @return the whole answer; fails if there is a field without a value, for whatever reason
     */
    CompletableFuture<JsonBuffer> start() {
        Level roots = new Level(this);
        plan.root().collect(ROOT, roots, plan.isPathWanted() ? ResultPath.rootPath() : null);
        return resolve(roots).thenApply(done -> written());
    }

    private CompletableFuture<Void> resolve(Level level) {
        List<Resolved> fields = level.fields();
        fields.forEach(this::call);
        if (fields.size() == 1) {
            return below(fields.get(0));
        }
        return CompletableFuture.allOf(fields.stream().map(this::below).toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> below(Resolved field) {
        return field.values().thenCompose(values -> {
            field.found(values);
            PlannedValue value = field.field().value();
            if (!value.hasResolvers()) {
                return CompletableFuture.completedFuture(null);
            }
            Level next = new Level(this);
            for (int i = 0; i < values.size(); i++) {
                value.collect(values.get(i), next, field.path(i));
            }
            return resolve(next);
        });
    }

    private void call(Resolved field) {
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
                    environments.of(field.field(), object instanceof Root ? null : object, field.path(place));
            Object value = resolver.fetcher().get(environment);
            return value instanceof CompletionStage<?> work
                    ? work.toCompletableFuture()
                    : CompletableFuture.completedFuture(value);
        } catch (Exception thrown) {
            return CompletableFuture.failedFuture(thrown);
        }
    }

    private CompletableFuture<List<@Nullable Object>> batched(
            BatchResolver batch, Resolved field, List<Object> objects) {
        try {
            inFlight.requireOngoing();
            int size = objects.size();
            return inFlight.track(batch.loader().load(objects, environments.ofBatch(field)))
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

    private JsonBuffer written() {
        renditions = ledger.usage().areObjectsCached() ? kept : null;
        JsonBuffer json = new JsonBuffer(plan.usualLength(answering.estimate().bytes()), answering.room());
        json.raw(BEGIN);
        plan.root().write(ROOT, this, json);
        json.raw('}');
        plan.written(json.length());
        return hasFaults ? withErrors(json) : json;
    }

    /** An object was met that cannot be read, and null was written for it. */
    void foundFault() {
        hasFaults = true;
    }

    /** The engine has the errors before the data, and so has an answer of a plan. */
    private JsonBuffer withErrors(JsonBuffer data) {
        for (Resolved field : resolved) {
            if (field != null) {
                field.rewind();
            }
        }
        plan.root().collect(ROOT, faults, this, ResultPath.rootPath());
        data.before(1, () -> {
            data.raw(ERRORS);
            ErrorJson.write(faults.errors(), data);
            data.raw(',');
        });
        return data;
    }

    /** For objects that cannot be read. */
    List<GraphQLError> errors() {
        return faults.errors();
    }

    /** Where the JSON of objects is kept; null where all objects of the answer are new, and none may be asked for again. */
    @Nullable
    Renditions renditions() {
        return renditions;
    }

    Resolved begin(PlannedField field) {
        Resolved begun = new Resolved(field);
        resolved[slot(field)] = begun;
        return begun;
    }

    @Nullable
    Resolved resolved(PlannedField field) {
        return resolved[slot(field)];
    }

    static int slot(PlannedField field) {
        return field.source() instanceof Resolver resolver ? resolver.slot() : ((BatchResolver) field.source()).slot();
    }

    /** The value that a resolver has for the object that comes next. */
    @Nullable
    Object next(int slot) {
        Resolved field = resolved[slot];
        if (field == null) {
            throw new IllegalStateException("Written before it was resolved");
        }
        return field.next();
    }

    /** What a resolver was called for here already, for the engine to go on with; null if it was not. */
    @Nullable
    CompletableFuture<?> known(DataFetchingEnvironment environment) {
        Object object = environment.getSource() == null ? ROOT : environment.getSource();
        MergedField asked = environment.getMergedField();
        for (Resolved field : resolved) {
            if (field != null
                    && isSame(field.field().merged(), asked)
                    && field.field().owner().equals(environment.getParentType())) {
                CompletableFuture<?> begun = field.of(object);
                if (begun != null) {
                    return begun;
                }
            }
        }
        return null;
    }

    private static boolean isSame(MergedField one, MergedField other) {
        return one.getName().equals(other.getName()) && one.getResultKey().equals(other.getResultKey());
    }
}
