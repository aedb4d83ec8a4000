package dev.meishi.execution.plan;

import dev.meishi.json.JsonBuffer;
import graphql.execution.ResultPath;
import org.jspecify.annotations.Nullable;

/** Writes values that are never null. */
final class NonNullWriter extends ValueWriter {

    private final ValueWriter value;
    private final boolean hasResolvers;

    NonNullWriter(ValueWriter value) {
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
    ValueWriter present() {
        return value;
    }

    @Override
    void write(@Nullable Object found, PlanRun run, JsonBuffer json) {
        if (found == null) {
            throw new CompletionFailure("null where the schema promises a value");
        }
        value.write(found, run, json);
    }

    @Override
    void collect(@Nullable Object found, ResolverLevel level, @Nullable ResultPath path) {
        value.collect(found, level, path);
    }

    @Override
    boolean complete(@Nullable Object found, Completion completion, PlannedField field, ResultPath path) {
        if (found == null) {
            completion.foundNull(field, path);
            return false;
        }
        return value.complete(found, completion, field, path);
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
