package dev.meishi.execution.plan;

import dev.meishi.json.JsonBuffer;
import graphql.execution.ResultPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes lists. */
final class ListWriter extends ValueWriter {

    private final ValueWriter entry;
    private final boolean hasResolvers;

    /** How entries are written that are objects, and are never null. */
    private final @Nullable FieldsWriter objects;

    ListWriter(ValueWriter entry) {
        this.entry = entry;
        this.hasResolvers = entry.hasResolvers();
        this.objects = entry instanceof NonNullWriter
                        && entry.present() instanceof ObjectWriter object
                        && !object.isItselfFallible()
                ? object.type()
                : null;
    }

    @Override
    void write(@Nullable Object found, PlanRun run, JsonBuffer json) {
        if (found == null) {
            json.none();
            return;
        }
        List<?> list = list(found);
        if (list == null) {
            throw noList(found);
        }
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
    boolean complete(@Nullable Object found, Completion completion, PlannedField field, ResultPath path) {
        if (found == null) {
            return false;
        }
        List<?> list = list(found);
        if (list == null) {
            completion.fail(noList(found), field, path);
            return false;
        }
        JsonBuffer json = completion.json();
        json.raw('[');
        boolean isPresent = true;
        for (int i = 0, size = list.size(); i < size; i++) {
            if (i > 0) {
                json.raw(',');
            }
            isPresent &= completion.entry(entry, list.get(i), field, path.segment(i));
        }
        json.raw(']');
        return isPresent;
    }

    @Override
    void collect(@Nullable Object found, ResolverLevel level, @Nullable ResultPath path) {
        List<?> list = found == null ? null : list(found);
        if (hasResolvers && list != null) {
            for (int i = 0, size = list.size(); i < size; i++) {
                entry.collect(list.get(i), level, path == null ? null : path.segment(i));
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

    /** The entries in their order; null if there is no list. */
    private static @Nullable List<?> list(Object found) {
        if (found instanceof List<?> list) {
            return list;
        }
        if (found instanceof Iterable<?> several) {
            List<@Nullable Object> list = new ArrayList<>();
            several.forEach(list::add);
            return list;
        }
        return found instanceof Object[] array ? Arrays.asList(array) : null;
    }

    private static CompletionFailure noList(Object found) {
        return new CompletionFailure("a " + found.getClass().getName() + " where the schema promises a list");
    }
}
