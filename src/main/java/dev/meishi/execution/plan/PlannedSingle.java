package dev.meishi.execution.plan;

import dev.meishi.execution.smallrye.Faults;
import dev.meishi.failure.Failure;
import dev.meishi.json.JsonBuffer;
import graphql.execution.MergedField;
import graphql.execution.ResultPath;
import org.jspecify.annotations.Nullable;

/** An object of a type that is known before. */
final class PlannedSingle extends PlannedValue {

    private final PlannedObject type;
    private final boolean isItselfFallible;

    PlannedSingle(PlannedObject type, boolean isItselfFallible) {
        this.type = type;
        this.isItselfFallible = isItselfFallible;
    }

    @Override
    void write(@Nullable Object found, PlanRun run, JsonBuffer json) {
        if (found == null) {
            json.none();
        } else if (isItselfFallible && Faults.of(found) != null) {
            run.foundFault();
            json.none();
        } else {
            type.write(found, run, json);
        }
    }

    @Override
    void collect(@Nullable Object found, Level level, @Nullable ResultPath path) {
        if (found != null && !(isItselfFallible && Faults.of(found) != null)) {
            type.collect(found, level, path);
        }
    }

    PlannedObject type() {
        return type;
    }

    boolean isItselfFallible() {
        return isItselfFallible;
    }

    @Override
    boolean isFallible() {
        return isItselfFallible || type.isFallible();
    }

    @Override
    void collect(@Nullable Object found, Faults faults, PlanRun run, ResultPath path, MergedField field) {
        Failure fault = isItselfFallible ? Faults.of(found) : null;
        if (fault != null) {
            faults.add(fault, path, field);
        } else if (found != null && type.isFallible()) {
            type.collect(found, faults, run, path);
        }
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
