package dev.meishi.execution.plan;

import dev.meishi.execution.smallrye.Faults;
import dev.meishi.json.JsonBuffer;
import graphql.execution.MergedField;
import graphql.execution.ResultPath;
import org.jspecify.annotations.Nullable;

/** A value that is never null. */
final class PlannedNonNull extends PlannedValue {

    private final PlannedValue value;
    private final boolean hasResolvers;

    PlannedNonNull(PlannedValue value) {
        this.value = value;
        this.hasResolvers = value.hasResolvers();
    }

    @Override
    boolean isText() {
        return value.isText();
    }

    @Override
    boolean isFlag() {
        return value.isFlag();
    }

    @Override
    PlannedValue present() {
        return value;
    }

    @Override
    void write(@Nullable Object found, PlanRun run, JsonBuffer json) {
        if (found == null) {
            throw new Unplanned("null where the schema promises a value");
        }
        value.write(found, run, json);
    }

    @Override
    void collect(@Nullable Object found, Level level, @Nullable ResultPath path) {
        value.collect(found, level, path);
    }

    @Override
    boolean isFallible() {
        return value.isFallible();
    }

    @Override
    void collect(@Nullable Object found, Faults faults, PlanRun run, ResultPath path, MergedField field) {
        value.collect(found, faults, run, path, field);
    }

    @Override
    boolean hasResolvers() {
        return hasResolvers;
    }

    @Override
    int scalars() {
        return value.scalars();
    }
}
