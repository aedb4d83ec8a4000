package dev.meishi.execution;

import dev.meishi.failure.Failure;
import dev.meishi.json.JsonBuffer;
import dev.meishi.json.Text;
import graphql.TypeResolutionEnvironment;
import graphql.execution.MergedField;
import graphql.execution.ResultPath;
import graphql.execution.TypeResolutionParameters;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the values of one type are written; section 6.4.3 of the specification, without its errors. */
abstract sealed class PlannedValue
        permits PlannedConstant,
                PlannedScalar,
                PlannedValue.Required,
                PlannedValue.Sequence,
                PlannedValue.Single,
                PlannedValue.OneOf {

    /**
     * Writes a value.
     *
     * @throws Unplanned where its completion ends in an error
     */
    abstract void write(@Nullable Object value, PlanRun run, JsonBuffer json);

    /** Hands the objects in a value, below which there are resolvers, to the next level of them, in the order in which they are written. */
    void collect(@Nullable Object value, Level level, @Nullable ResultPath path) {}

    /** Whether there are resolvers below. */
    boolean hasResolvers() {
        return false;
    }

    /** Whether it may be, or have below it, an object that cannot be read, or has a resolver below it, which may fail. */
    boolean isFallible() {
        return false;
    }

    /** Finds the objects that cannot be read and the resolvers that failed; all that it asks of a run is asked in the order in which it was written. */
    void collect(@Nullable Object value, Faults faults, PlanRun run, ResultPath path, MergedField field) {}

    /** Whether a {@link Text} is written as it stands. */
    boolean isText() {
        return false;
    }

    /** Whether it is a scalar yes or no. */
    boolean isFlag() {
        return false;
    }

    /** How it is written where it is there. */
    PlannedValue present() {
        return this;
    }

    /** Scalars of a value with lists of one entry. */
    int scalars() {
        return 1;
    }

    /** A value that is never null. */
    static final class Required extends PlannedValue {

        private final PlannedValue value;
        private final boolean hasResolvers;

        Required(PlannedValue value) {
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

    /** A list of values. */
    static final class Sequence extends PlannedValue {

        private final PlannedValue entry;
        private final boolean hasResolvers;

        /** The type of entries that are never null. */
        private final @Nullable PlannedObject objects;

        Sequence(PlannedValue entry) {
            this.entry = entry;
            this.hasResolvers = entry.hasResolvers();
            this.objects = entry instanceof Required && entry.present() instanceof Single single ? single.type : null;
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

    /** An object of a type that is known before. */
    static final class Single extends PlannedValue {

        private final PlannedObject type;
        private final boolean isItselfFallible;

        Single(PlannedObject type, boolean isItselfFallible) {
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

    /** An object of one of several types; the schema's own resolver says of which. */
    static final class OneOf extends PlannedValue {

        private final GraphQLSchema schema;
        private final GraphQLInterfaceType type;
        private final Map<String, PlannedObject> types;

        OneOf(GraphQLSchema schema, GraphQLInterfaceType type, Map<String, PlannedObject> types) {
            this.schema = schema;
            this.type = type;
            this.types = types;
        }

        @Override
        void write(@Nullable Object found, PlanRun run, JsonBuffer json) {
            if (found == null) {
                json.none();
            } else {
                type(found).write(found, run, json);
            }
        }

        @Override
        void collect(@Nullable Object found, Level level, @Nullable ResultPath path) {
            if (found != null) {
                type(found).collect(found, level, path);
            }
        }

        @Override
        boolean hasResolvers() {
            return types.values().stream().anyMatch(PlannedObject::hasResolvers);
        }

        @Override
        boolean isFallible() {
            return types.values().stream().anyMatch(PlannedObject::isFallible);
        }

        @Override
        void collect(@Nullable Object found, Faults faults, PlanRun run, ResultPath path, MergedField field) {
            if (found != null) {
                type(found).collect(found, faults, run, path);
            }
        }

        @Override
        int scalars() {
            return types.values().stream()
                    .mapToInt(PlannedObject::scalars)
                    .max()
                    .orElse(0);
        }

        private PlannedObject type(Object found) {
            TypeResolutionEnvironment environment = TypeResolutionParameters.newParameters()
                    .value(found)
                    .schema(schema)
                    .fieldType(type)
                    .build();
            GraphQLObjectType is =
                    schema.getCodeRegistry().getTypeResolver(type).getType(environment);
            PlannedObject planned = is == null ? null : types.get(is.getName());
            if (planned == null) {
                throw new Unplanned("an object of a type that the schema does not know");
            }
            return planned;
        }
    }
}
