package dev.meishi.execution.plan;

import dev.meishi.execution.smallrye.Faults;
import dev.meishi.json.JsonBuffer;
import graphql.execution.MergedField;
import graphql.execution.ResultPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of values. */
final class PlannedList extends PlannedValue {

    private final PlannedValue entry;
    private final boolean hasResolvers;

    /** The type of entries that are never null. */
    private final @Nullable PlannedObject objects;

    PlannedList(PlannedValue entry) {
        this.entry = entry;
        this.hasResolvers = entry.hasResolvers();
        this.objects = entry instanceof PlannedNonNull && entry.present() instanceof PlannedSingle single
                ? single.type()
                : null;
    }

    @Override
    void write(@Nullable Object found, PlanRun run, JsonBuffer json) {
        if (found == null) {
            json.none();
            return;
        }
        List<?> list = list(found);
        json.raw('[');
        for (int i = 0, size = list.size(); i < size; i++) {
            if (i > 0) {
                json.raw(',');
            }
            Object next = list.get(i);
            if (next != null && objects != null) {
                objects.write(next, run, json);
            } else {
                entry.write(next, run, json);
            }
        }
        json.raw(']');
    }

    @Override
    void collect(@Nullable Object found, Level level, @Nullable ResultPath path) {
        if (found != null) {
            List<?> list = list(found);
            for (int i = 0, size = list.size(); i < size; i++) {
                entry.collect(list.get(i), level, path == null ? null : path.segment(i));
            }
        }
    }

    @Override
    boolean isFallible() {
        return entry.isFallible();
    }

    @Override
    void collect(@Nullable Object found, Faults faults, PlanRun run, ResultPath path, MergedField field) {
        if (found != null) {
            List<?> list = list(found);
            for (int i = 0, size = list.size(); i < size; i++) {
                entry.collect(list.get(i), faults, run, path.segment(i), field);
            }
        }
    }

    @Override
    boolean hasResolvers() {
        return hasResolvers;
    }

    @Override
    int scalars() {
        return entry.scalars();
    }

    private static List<?> list(Object found) {
        if (found instanceof List<?> list) {
            return list;
        }
        throw new Unplanned("a list that is no List");
    }
}
