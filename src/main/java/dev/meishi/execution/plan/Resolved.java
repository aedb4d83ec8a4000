package dev.meishi.execution.plan;

import graphql.execution.ResultPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A field with a resolver in one run of a plan: the objects it is resolved for, and the outcome for each. */
final class Resolved {

    private final PlannedField field;
    private final List<Object> objects = new ArrayList<>();
    private final List<@Nullable ResultPath> paths = new ArrayList<>();
    private CompletableFuture<List<@Nullable Object>> values = CompletableFuture.completedFuture(List.of());
    private @Nullable List<? extends CompletableFuture<?>> each;
    private List<@Nullable Object> found = List.of();
    private int next;
    private @Nullable IdentityHashMap<Object, Integer> places;

    Resolved(PlannedField field) {
        this.field = field;
    }

    PlannedField field() {
        return field;
    }

    void add(Object object, @Nullable ResultPath path) {
        objects.add(object);
        paths.add(path);
    }

    List<Object> objects() {
        return objects;
    }

    @Nullable
    ResultPath path(int place) {
        return paths.get(place);
    }

    /** A resolver was called once for all objects. */
    void come(CompletableFuture<List<@Nullable Object>> all) {
        values = all;
    }

    /** A resolver was called for each object: {@code all} completes when each of them has. */
    void come(List<? extends CompletableFuture<?>> one, CompletableFuture<List<@Nullable Object>> all) {
        each = one;
        values = all;
    }

    CompletableFuture<List<@Nullable Object>> values() {
        return values;
    }

    /** The values are there and about to be written. */
    void found(List<@Nullable Object> complete) {
        found = complete;
    }

    /** The outcome for the object that comes next in the answer: a value, or an {@link Incomplete}. */
    @Nullable
    Object next() {
        return found.get(next++);
    }

    /** All values are gone through again. */
    void rewind() {
        next = 0;
    }

    /** What was begun for an object; null if nothing was. */
    synchronized @Nullable CompletableFuture<?> of(Object object) {
        IdentityHashMap<Object, Integer> known = places;
        if (known == null) {
            known = new IdentityHashMap<>();
            for (int i = 0; i < objects.size(); i++) {
                known.putIfAbsent(objects.get(i), i);
            }
            places = known;
        }
        Integer place = known.get(object);
        if (place == null) {
            return null;
        }
        List<? extends CompletableFuture<?>> single = each;
        return single != null ? single.get(place) : values.thenApply(all -> value(all.get(place)));
    }

    private static @Nullable Object value(@Nullable Object outcome) {
        if (outcome instanceof Incomplete part && part.thrown() != null) {
            throw new CompletionException(part.thrown());
        }
        return outcome;
    }

    /** A list of one, which may be null. */
    static List<@Nullable Object> alone(@Nullable Object value) {
        return Collections.singletonList(value);
    }
}
