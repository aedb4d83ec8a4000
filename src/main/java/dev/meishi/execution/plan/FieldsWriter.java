package dev.meishi.execution.plan;

import dev.meishi.attachments.Cacheable;
import dev.meishi.execution.plan.PlannedField.BatchResolver;
import dev.meishi.execution.plan.PlannedField.Fixed;
import dev.meishi.execution.plan.PlannedField.Introspected;
import dev.meishi.execution.plan.PlannedField.Property;
import dev.meishi.execution.plan.PlannedField.Resolver;
import dev.meishi.json.JsonBuffer;
import graphql.execution.ResultPath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the fields that are selected of the objects of one type, in their order. */
final class FieldsWriter {

    /** Scalars; fewer are written as quickly as they are found in the cache. */
    private static final int WORTH_CACHING = 8;

    /** Key in the cache, which so refers neither to the plan nor to its document. */
    private final Object token = new Object();

    private final PlannedField[] fields;

    /** Those of them that are properties, each in its place. */
    private final @Nullable PropertyWriter[] properties;

    /** Those with a resolver in or below them. */
    private final PlannedField[] dynamic;

    private final Segment[] segments;
    private final boolean isWorthCaching;
    private final int scalars;

    /**
     * Fields that follow each other.
     *
     * @param from the first one
     * @param to after the last one
     * @param isDynamic whether the object alone does not say what they are: one with a resolver in or below it
     */
    private record Segment(int from, int to, boolean isDynamic) {}

    /**
     * Fields of one type.
     *
     * @param fields in their order
     */
    FieldsWriter(List<PlannedField> fields) {
        this.fields = fields.toArray(PlannedField[]::new);
        this.properties = new @Nullable PropertyWriter[fields.size()];
        for (int i = 0; i < properties.length; i++) {
            if (fields.get(i).source() instanceof Property property) {
                properties[i] = new PropertyWriter(fields.get(i), property.reader());
            }
        }
        this.segments = segments(fields);
        this.dynamic = fields.stream().filter(FieldsWriter::isDynamic).toArray(PlannedField[]::new);
        this.scalars = fields.stream()
                .filter(field -> !isDynamic(field))
                .mapToInt(field -> field.value().scalars())
                .sum();
        this.isWorthCaching = scalars >= WORTH_CACHING;
    }

    private static boolean isDynamic(PlannedField field) {
        return field.isResolved() || field.value().hasResolvers();
    }

    private static Segment[] segments(List<PlannedField> fields) {
        List<Segment> segments = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= fields.size(); to++) {
            boolean isDynamic = isDynamic(fields.get(from));
            if (to == fields.size() || isDynamic(fields.get(to)) != isDynamic) {
                segments.add(new Segment(from, to, isDynamic));
                from = to;
            }
        }
        return segments.toArray(Segment[]::new);
    }

    boolean hasResolvers() {
        return dynamic.length > 0;
    }

    /** Scalars of an object with lists of one entry, without those that come of resolvers. */
    int scalars() {
        return scalars;
    }

    /**
     * Writes an object in which nothing failed.
     *
     * @throws RuntimeException such as {@link CompletionFailure}, if something did; a part of it may be written
     */
    void write(Object object, PlanRun run, JsonBuffer json) {
        if (fields.length == 0) {
            json.raw('{');
        }
        SerializedObjectCache cache = isWorthCaching ? run.cache() : null;
        if (cache != null && object instanceof Cacheable cacheable) {
            write(cache, cacheable, run, json);
        } else {
            write(0, fields.length, object, run, json);
        }
        json.raw('}');
    }

    private void write(SerializedObjectCache cache, Cacheable object, PlanRun run, JsonBuffer json) {
        byte[][] known = cache.of(object, token);
        byte[][] pieces = known == null ? new byte[segments.length][0] : known;
        for (int i = 0; i < segments.length; i++) {
            Segment segment = segments[i];
            if (known != null && !segment.isDynamic()) {
                json.raw(known[i]);
                continue;
            }
            int begin = json.length();
            write(segment.from(), segment.to(), object, run, json);
            if (!segment.isDynamic()) {
                pieces[i] = json.since(begin);
            }
        }
        if (known == null) {
            cache.put(object, token, pieces);
        }
    }

    private void write(int from, int to, Object object, PlanRun run, JsonBuffer json) {
        for (int i = from; i < to; i++) {
            PropertyWriter property = properties[i];
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

    /**
     * Writes an object in which something may have failed.
     *
     * @return false if it is null, as one of its fields must not be null and is; written all the same, for the errors of
     *     its other fields
     */
    boolean complete(Object object, Completion completion, ResultPath path) {
        JsonBuffer json = completion.json();
        if (fields.length == 0) {
            json.raw('{');
        }
        boolean isPresent = true;
        for (PlannedField field : fields) {
            json.raw(field.key());
            isPresent &=
                    completion.field(field, object, path.segment(field.merged().getResultKey()));
        }
        json.raw('}');
        return isPresent;
    }

    /** Hands the object to the next level of resolvers for each that it has, and what its properties have below them. */
    void collect(Object object, ResolverLevel level, @Nullable ResultPath path) {
        for (PlannedField field : dynamic) {
            ResultPath below = path == null ? null : path.segment(field.merged().getResultKey());
            if (field.isResolved()) {
                level.add(field, object, below);
            } else if (field.source() instanceof Property property) {
                field.value().collect(readable(property, object), level, below);
            }
        }
    }

    /** Null too where the object throws, which is an error of the field once it is written. */
    private static @Nullable Object readable(Property property, Object object) {
        try {
            return property.reader().read(object);
        } catch (RuntimeException failed) {
            return null;
        }
    }
}
