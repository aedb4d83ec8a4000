package dev.meishi.execution.plan;

import dev.meishi.execution.plan.PlannedField.BatchResolver;
import dev.meishi.execution.plan.PlannedField.Resolver;
import dev.meishi.execution.smallrye.WorkTracker;
import dev.meishi.graphql.Estimate;
import dev.meishi.graphql.RequestRefused;
import dev.meishi.json.JsonBuffer;
import dev.meishi.json.JsonParts;
import dev.meishi.json.Literal;
import dev.meishi.ledger.Ledger;
import graphql.GraphQLError;
import graphql.execution.ResultPath;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A plan being executed: resolvers first, level by level and each field for all of its objects, then all of the answer
 * in one go. Where something failed, {@link Completion} writes it, with the errors.
 */
public final class PlanRun {

    /** What the operation's own fields belong to; they have resolvers, which are given nothing. */
    private static final Root ROOT = new Root();

    private static final Literal ERRORS = new Literal("{\"errors\":");

    private static final Literal BEGIN = new Literal("{\"data\":");

    private final Plan plan;
    private final WorkTracker work;
    private final ResolverCalls calls;
    private final Ledger ledger;
    private final SerializedObjectCache objects;
    private final Answering answering;
    private final @Nullable FieldResults[] results;
    private @Nullable SerializedObjectCache cache;
    private List<GraphQLError> errors = List.of();

    private static final class Root {}

    /**
     * What the answer is written into.
     *
     * @param room for it
     * @param estimate of it
     */
    public record Answering(JsonParts.Room room, Estimate estimate) {}

    PlanRun(
            Plan plan,
            Environments environments,
            WorkTracker work,
            Ledger ledger,
            SerializedObjectCache objects,
            Answering answering) {
        this.plan = plan;
        this.work = work;
        this.calls = new ResolverCalls(plan, environments, work, ledger.span());
        this.ledger = ledger;
        this.objects = objects;
        this.answering = answering;
        this.results = new @Nullable FieldResults[plan.slots()];
    }

    /** Whether it is what the operation's own fields belong to. */
    static boolean isRoot(Object object) {
        return object instanceof Root;
    }

    /**
     * Calls the resolvers of all root fields, and goes on from there.
     *
     * @return the whole answer; fails if the operation as a whole cannot go on, as there is no room for its answer
     */
    public CompletableFuture<JsonBuffer> start() {
        ResolverLevel roots = new ResolverLevel(this);
        plan.root().collect(ROOT, roots, plan.isPathWanted() ? ResultPath.rootPath() : null);
        return resolve(roots).thenApply(done -> written());
    }

    private CompletableFuture<Void> resolve(ResolverLevel level) {
        List<FieldResults> fields = level.fields();
        fields.forEach(calls::call);
        if (fields.size() == 1) {
            return below(fields.get(0));
        }
        return CompletableFuture.allOf(fields.stream().map(this::below).toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> below(FieldResults field) {
        return field.values().thenCompose(values -> {
            field.found(values);
            ValueWriter value = field.field().value();
            if (!value.hasResolvers()) {
                return CompletableFuture.completedFuture(null);
            }
            ResolverLevel next = new ResolverLevel(this);
            for (int i = 0; i < values.size(); i++) {
                value.collect(data(values.get(i)), next, field.path(i));
            }
            return resolve(next);
        });
    }

    private static @Nullable Object data(@Nullable Object outcome) {
        return outcome instanceof Incomplete part ? part.data() : outcome;
    }

    private JsonBuffer written() {
        if (work.isForNobody()) {
            throw new CancellationException("The client is gone");
        }
        cache = ledger.usage().areObjectsCached() ? objects : null;
        JsonBuffer json = new JsonBuffer(plan.usualLength(answering.estimate().bytes()), answering.room());
        json.raw(BEGIN);
        int begin = json.length();
        try {
            plan.root().write(ROOT, this, json);
        } catch (RequestRefused noRoom) {
            throw noRoom;
        } catch (RuntimeException somethingFailed) {
            json.cut(begin);
            goBack(new int[results.length]);
            errors = Completion.write(plan.root(), ROOT, this, json);
        }
        json.raw('}');
        plan.written(json.length());
        return errors.isEmpty() ? json : withErrors(json);
    }

    /** The engine has the errors before the data, and so has an answer of a plan. */
    private JsonBuffer withErrors(JsonBuffer data) {
        data.before(1, () -> {
            data.raw(ERRORS);
            ErrorJson.write(errors, data);
            data.raw(',');
        });
        return data;
    }

    /**
     * What failed in the answer.
     *
     * @return one error for each field, once the answer is written
     */
    public List<GraphQLError> errors() {
        return errors;
    }

    /** The JSON of cached objects; null if no object of the answer comes from a cache. */
    @Nullable
    SerializedObjectCache cache() {
        return cache;
    }

    FieldResults begin(PlannedField field) {
        FieldResults begun = new FieldResults(field);
        results[slot(field)] = begun;
        return begun;
    }

    @Nullable
    FieldResults results(PlannedField field) {
        return results[slot(field)];
    }

    static int slot(PlannedField field) {
        return field.source() instanceof Resolver resolver ? resolver.slot() : ((BatchResolver) field.source()).slot();
    }

    /** The value that a resolver has for the object that comes next, where nothing failed. */
    @Nullable
    Object next(int slot) {
        Object outcome = outcome(slot);
        if (outcome instanceof Incomplete) {
            throw new CompletionFailure("a resolver that failed");
        }
        return outcome;
    }

    /** What a resolver has for the object that comes next: its value, or an {@link Incomplete}. */
    @Nullable
    Object outcome(int slot) {
        FieldResults field = results[slot];
        if (field == null) {
            throw new IllegalStateException("Written before it was resolved");
        }
        return field.next();
    }

    /** How many results of each resolver are written. */
    int[] places() {
        int[] places = new int[results.length];
        for (int slot = 0; slot < places.length; slot++) {
            FieldResults field = results[slot];
            places[slot] = field == null ? 0 : field.place();
        }
        return places;
    }

    /** The results from there on are written again. */
    void goBack(int[] places) {
        for (int slot = 0; slot < places.length; slot++) {
            FieldResults field = results[slot];
            if (field != null) {
                field.goBack(places[slot]);
            }
        }
    }
}
