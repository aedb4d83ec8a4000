package dev.meishi.execution.plan;

import dev.meishi.execution.plan.PlannedField.BatchResolver;
import dev.meishi.execution.plan.PlannedField.Resolver;
import dev.meishi.execution.smallrye.Faults;
import dev.meishi.execution.smallrye.KnownResults;
import dev.meishi.execution.smallrye.WorkTracker;
import dev.meishi.graphql.Estimate;
import dev.meishi.json.JsonBuffer;
import dev.meishi.json.JsonParts;
import dev.meishi.json.Literal;
import dev.meishi.ledger.Ledger;
import graphql.GraphQLError;
import graphql.execution.MergedField;
import graphql.execution.ResultPath;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A plan being executed: resolvers first, level by level and each field for all of its objects, then all of the answer
 * in one go. A resolver that fails leaves a null and an error, as section 6.4.4 of the specification has it. Where that or
 * anything else cannot be written, such as a null that the schema does not allow, the engine executes the operation with
 * the results that the resolvers have here, and calls none of these again.
 */
public final class PlanRun implements KnownResults {

    /** What the operation's own fields belong to; they have resolvers, which are given nothing. */
    private static final Root ROOT = new Root();

    private static final Literal ERRORS = new Literal("{\"errors\":");

    private static final Literal BEGIN = new Literal("{\"data\":");

    private final Plan plan;
    private final WorkTracker work;
    private final ResolverCalls calls;
    private final Ledger ledger;
    private final Renditions kept;
    private final Answering answering;
    private final @Nullable Resolved[] resolved;
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
    public record Answering(JsonParts.Room room, Estimate estimate) {}

    PlanRun(
            Plan plan,
            Environments environments,
            WorkTracker work,
            Ledger ledger,
            Renditions kept,
            Answering answering) {
        this.plan = plan;
        this.work = work;
        this.calls = new ResolverCalls(plan, environments, work);
        this.ledger = ledger;
        this.kept = kept;
        this.answering = answering;
        this.resolved = new @Nullable Resolved[plan.slots()];
    }

    /** Whether it is what the operation's own fields belong to. */
    static boolean isRoot(Object object) {
        return object instanceof Root;
    }

    /**
     * Calls the resolvers of all root fields, and goes on from there.
     *
     * @return the whole answer; fails if there is a field without a value, for whatever reason
     */
    public CompletableFuture<JsonBuffer> start() {
        Level roots = new Level(this);
        plan.root().collect(ROOT, roots, plan.isPathWanted() ? ResultPath.rootPath() : null);
        return resolve(roots).thenApply(done -> written());
    }

    private CompletableFuture<Void> resolve(Level level) {
        List<Resolved> fields = level.fields();
        fields.forEach(calls::call);
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
            throw new CancellationException("Nobody waits for the answer");
        }
        renditions = ledger.usage().areObjectsCached() ? kept : null;
        JsonBuffer json = new JsonBuffer(plan.usualLength(answering.estimate().bytes()), answering.room());
        json.raw(BEGIN);
        plan.root().write(ROOT, this, json);
        json.raw('}');
        plan.written(json.length());
        return hasFaults ? withErrors(json) : json;
    }

    /** An object was met that cannot be read, or a resolver that failed, and null was written for it. */
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

    /**
     * For resolvers that failed and objects that cannot be read.
     *
     * @return complete once the answer is
     */
    public List<GraphQLError> errors() {
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

    /** The value that a resolver has for the object that comes next; null if it failed. */
    @Nullable
    Object next(int slot) {
        Object outcome = outcome(slot);
        if (outcome instanceof Incomplete part) {
            hasFaults = true;
            return part.data();
        }
        return outcome;
    }

    /** What a resolver has for the object that comes next: its value, or an {@link Incomplete}. */
    @Nullable
    Object outcome(int slot) {
        Resolved field = resolved[slot];
        if (field == null) {
            throw new IllegalStateException("Written before it was resolved");
        }
        return field.next();
    }

    /** For the engine to go on with, where the run has failed. */
    @Override
    public @Nullable CompletableFuture<?> known(DataFetchingEnvironment environment) {
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
