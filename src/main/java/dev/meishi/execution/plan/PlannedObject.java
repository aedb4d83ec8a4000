package dev.meishi.execution.plan;

import dev.meishi.execution.plan.PlannedField.BatchResolver;
import dev.meishi.execution.plan.PlannedField.Fixed;
import dev.meishi.execution.plan.PlannedField.Introspected;
import dev.meishi.execution.plan.PlannedField.Property;
import dev.meishi.execution.plan.PlannedField.Resolver;
import dev.meishi.execution.smallrye.Faults;
import dev.meishi.json.JsonBuffer;
import dev.meishi.memo.Memorable;
import graphql.execution.MergedField;
import graphql.execution.ResultPath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields that are selected of the objects of one type, in the order of the answer. */
final class PlannedObject {

    /** Fewer fields are written as quickly as they are found again. */
    private static final int WORTH_KEEPING = 8;

    /** What this is known by where its work is kept: whoever keeps it does not keep the plan, nor the document behind it. */
    private final Object token = new Object();

    private final PlannedField[] fields;

    /** Those of them that are properties, each in its place. */
    private final @Nullable PlannedProperty[] properties;

    /** Those with a resolver in or below them. */
    private final PlannedField[] live;

    private final Stretch[] stretches;
    private final boolean isFallible;
    private final boolean isWorthKeeping;
    private final int scalars;

    /**
     * Fields that follow each other.
     *
     * @param from the first one
     * @param to after the last one
     * @param isLive whether the object alone does not say what they are: one with a resolver in or below it
     */
    private record Stretch(int from, int to, boolean isLive) {}

    /**
     * Fields of one type.
     *
     * @param fields in their order
     */
    PlannedObject(List<PlannedField> fields) {
        this.fields = fields.toArray(PlannedField[]::new);
        this.properties = new @Nullable PlannedProperty[fields.size()];
        for (int i = 0; i < properties.length; i++) {
            if (fields.get(i).source() instanceof Property property) {
                properties[i] = new PlannedProperty(fields.get(i), property.reader());
            }
        }
        this.stretches = stretches(fields);
        this.live = fields.stream().filter(PlannedObject::isLive).toArray(PlannedField[]::new);
        this.isFallible = fields.stream().anyMatch(PlannedObject::isFallible);
        this.scalars = fields.stream()
                .filter(field -> !isLive(field))
                .mapToInt(field -> field.value().scalars())
                .sum();
        this.isWorthKeeping = scalars >= WORTH_KEEPING;
    }

    private static boolean isLive(PlannedField field) {
        return field.isResolved() || field.value().hasResolvers();
    }

    private static boolean isFallible(PlannedField field) {
        return field.isResolved() || field.value().isFallible();
    }

    private static Stretch[] stretches(List<PlannedField> fields) {
        List<Stretch> stretches = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= fields.size(); to++) {
            boolean isLive = isLive(fields.get(from));
            if (to == fields.size() || isLive(fields.get(to)) != isLive) {
                stretches.add(new Stretch(from, to, isLive));
                from = to;
            }
        }
        return stretches.toArray(Stretch[]::new);
    }

    boolean hasResolvers() {
        return live.length > 0;
    }

    /** Whether it may have below it a resolver that fails, or an object that cannot be read. */
    boolean isFallible() {
        return isFallible;
    }

    /** Scalars of an object with lists of one entry, without those that come of resolvers. */
    int scalars() {
        return scalars;
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
        Renditions renditions = isWorthKeeping ? run.renditions() : null;
        if (renditions != null && object instanceof Memorable kept) {
            write(renditions, kept, run, json);
        } else {
            write(0, fields.length, object, run, json);
        }
        json.raw('}');
    }

    private void write(Renditions renditions, Memorable object, PlanRun run, JsonBuffer json) {
        byte[][] known = renditions.of(object, token);
        byte[][] pieces = known == null ? new byte[stretches.length][0] : known;
        for (int i = 0; i < stretches.length; i++) {
            Stretch stretch = stretches[i];
            if (known != null && !stretch.isLive()) {
                json.raw(known[i]);
                continue;
            }
            int begin = json.length();
            write(stretch.from(), stretch.to(), object, run, json);
            if (!stretch.isLive()) {
                pieces[i] = json.since(begin);
            }
        }
        if (known == null) {
            renditions.keep(object, token, pieces);
        }
    }

    private void write(int from, int to, Object object, PlanRun run, JsonBuffer json) {
        for (int i = from; i < to; i++) {
            PlannedProperty property = properties[i];
            if (property == null) {
                write(fields[i], run, json);
            } else {
                property.write(object, run, json);
            }
        }
    }

    private static void write(PlannedField field, PlanRun run, JsonBuffer json) {
        json.raw(field.key());
        if (field.source() instanceof Fixed fixed) {
            json.raw(fixed.json());
        } else if (field.source() instanceof Introspected introspected) {
            json.raw(introspected.json());
        } else if (field.source() instanceof Resolver resolver) {
            field.value().write(run.next(resolver.slot()), run, json);
        } else if (field.source() instanceof BatchResolver resolver) {
            field.value().write(run.next(resolver.slot()), run, json);
        }
    }

    /** Hands the object to the next level of resolvers for each that it has, and what its properties have below them. */
    void collect(Object object, Level level, @Nullable ResultPath path) {
        for (PlannedField field : live) {
            ResultPath below = path == null ? null : path.segment(field.merged().getResultKey());
            if (field.isResolved()) {
                level.add(field, object, below);
            } else if (field.source() instanceof Property property) {
                field.value().collect(property.reader().read(object), level, below);
            }
        }
    }

    /** Finds the resolvers below that failed, and the objects that cannot be read. */
    void collect(Object object, Faults faults, PlanRun run, ResultPath path) {
        for (PlannedField field : fields) {
            if (isFallible(field)) {
                ResultPath below = path.segment(field.merged().getResultKey());
                Object value = field.source() instanceof Property property
                        ? property.reader().read(object)
                        : data(run.outcome(PlanRun.slot(field)), faults, below, field.merged());
                field.value().collect(value, faults, run, below, field.merged());
            }
        }
    }

    /** The value of a field with a resolver, or what there is of it; its errors are noted. */
    private static @Nullable Object data(@Nullable Object outcome, Faults faults, ResultPath path, MergedField field) {
        if (!(outcome instanceof Incomplete part)) {
            return outcome;
        }
        Throwable thrown = part.thrown();
        if (thrown != null) {
            faults.add(thrown, path, field);
        }
        faults.addAll(part.errors());
        return part.data();
    }
}
