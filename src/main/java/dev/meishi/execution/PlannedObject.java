package dev.meishi.execution;

import dev.meishi.execution.PlannedField.BatchResolver;
import dev.meishi.execution.PlannedField.Fixed;
import dev.meishi.execution.PlannedField.Property;
import dev.meishi.execution.PlannedField.Resolver;
import dev.meishi.json.JsonBuffer;
import graphql.execution.ResultPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields that are selected of the objects of one type, in the order of the answer. */
final class PlannedObject {

    private final PlannedField[] fields;
    private final boolean hasResolvers;

    PlannedObject(List<PlannedField> fields) {
        this.fields = fields.toArray(PlannedField[]::new);
        this.hasResolvers = fields.stream()
                .anyMatch(field -> field.isResolved() || field.value().hasResolvers());
    }

    boolean hasResolvers() {
        return hasResolvers;
    }

    /**
     * Writes an object.
     *
     * @throws Unplanned where a field's completion ends in an error
     */
    void write(Object object, PlanRun run, JsonBuffer json) {
        if (fields.length == 0) {
            json.raw('{');
        }
        for (PlannedField field : fields) {
            json.raw(field.key());
            PlannedField.Source source = field.source();
            if (source instanceof Property property) {
                field.value().write(property.reader().read(object), run, json);
            } else if (source instanceof Fixed fixed) {
                json.raw(fixed.json());
            } else if (source instanceof Resolver resolver) {
                field.value().write(run.next(resolver.slot()), run, json);
            } else if (source instanceof BatchResolver resolver) {
                field.value().write(run.next(resolver.slot()), run, json);
            }
        }
        json.raw('}');
    }

    /** Hands the object to the next level of resolvers for each that it has, and what its properties have below them. */
    void collect(Object object, Level level, @Nullable ResultPath path) {
        if (!hasResolvers) {
            return;
        }
        for (PlannedField field : fields) {
            ResultPath below = path == null ? null : path.segment(field.merged().getResultKey());
            if (field.isResolved()) {
                level.add(field, object, below);
            } else if (field.source() instanceof Property property
                    && field.value().hasResolvers()) {
                field.value().collect(property.reader().read(object), level, below);
            }
        }
    }
}
