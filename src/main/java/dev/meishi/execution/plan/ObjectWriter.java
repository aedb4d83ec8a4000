package dev.meishi.execution.plan;

import dev.meishi.execution.smallrye.Faults;
import dev.meishi.failure.Failure;
import dev.meishi.json.JsonBuffer;
import graphql.execution.ResultPath;
import org.jspecify.annotations.Nullable;

/** Writes objects of one type. */
final class ObjectWriter extends ValueWriter {

    private final FieldsWriter type;
    private final boolean isItselfFallible;

    /**
     * For one type.
     *
     * @param type the fields that are selected
     * @param isItselfFallible whether there may be objects that cannot be read
     */
    ObjectWriter(FieldsWriter type, boolean isItselfFallible) {
        this.type = type;
        this.isItselfFallible = isItselfFallible;
    }

    @Override
    void write(@Nullable Object found, PlanRun run, JsonBuffer json) {
        if (found == null) {
            json.none();
        } else if (fault(found) != null) {
            throw new CompletionFailure("an object that cannot be read");
        } else {
            type.write(found, run, json);
        }
    }

    @Override
    boolean complete(@Nullable Object found, Completion completion, PlannedField field, ResultPath path) {
        Failure fault = fault(found);
        if (fault != null) {
            completion.fail(fault, field, path);
        }
        return found != null && fault == null && type.complete(found, completion, path);
    }

    @Override
    void collect(@Nullable Object found, ResolverLevel level, @Nullable ResultPath path) {
        if (found != null && fault(found) == null) {
            type.collect(found, level, path);
        }
    }

    private @Nullable Failure fault(@Nullable Object found) {
        return isItselfFallible ? Faults.of(found) : null;
    }

    FieldsWriter type() {
        return type;
    }

    boolean isItselfFallible() {
        return isItselfFallible;
    }

    @Override
    boolean hasResolvers() {
        return type.hasResolvers();
    }

    @Override
    int scalars() {
        return type.scalars();
    }
}
