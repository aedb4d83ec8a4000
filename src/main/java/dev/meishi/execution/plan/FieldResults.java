package dev.meishi.execution.plan;

import graphql.execution.ResultPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A field with a resolver in one run of a plan: the objects it is resolved for, and the outcome for each. */
final class FieldResults {

    private final PlannedField field;
    private final List<Object> objects = new ArrayList<>();
    private final List<@Nullable ResultPath> paths = new ArrayList<>();
    private CompletableFuture<List<@Nullable Object>> values = CompletableFuture.completedFuture(List.of());
    private List<@Nullable Object> found = List.of();
    private int next;

    FieldResults(PlannedField field) {
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

    /** The resolver was called for all objects. */
    void come(CompletableFuture<List<@Nullable Object>> all) {
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

    /** How many values were taken. */
    int place() {
        return next;
    }

    /** The values from a place on are taken again. */
    void goBack(int place) {
        next = place;
    }

    /** A list of one, which may be null. */
    static List<@Nullable Object> alone(@Nullable Object value) {
        return Collections.singletonList(value);
    }
}
