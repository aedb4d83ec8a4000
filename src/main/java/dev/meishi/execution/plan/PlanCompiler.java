package dev.meishi.execution.plan;

import dev.meishi.execution.plan.PlannedField.Source;
import dev.meishi.execution.smallrye.Property;
import dev.meishi.execution.smallrye.SelectedNames;
import dev.meishi.execution.smallrye.TrackedFetcher;
import dev.meishi.graphql.FieldCollection;
import dev.meishi.graphql.PreparedOperation;
import dev.meishi.json.Literal;
import graphql.Scalars;
import graphql.execution.MergedField;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dataloader.BatchLoaderWithContext;
import org.jspecify.annotations.Nullable;

/**
 * Makes plans of valid operations, from the schema and the resolvers that it has. Which fields there are, merged and in
 * which order, {@link FieldCollection} says.
 */
final class PlanCompiler {

    /** An operation of more fields than this, those of every type counted, is left to the engine. */
    private static final int MOST_FIELDS = 5_000;

    private final GraphQLSchema schema;
    private final Map<FieldCoordinates, BatchLoaderWithContext<Object, Object>> loaders;
    private final Set<String> fallible;
    private final IntrospectionResults introspection;

    /** How scalars and enums are written: the same in all plans. */
    private final Map<String, ValueWriter> leaves = new ConcurrentHashMap<>();

    PlanCompiler(
            GraphQLSchema schema,
            Map<FieldCoordinates, BatchLoaderWithContext<Object, Object>> loaders,
            Set<String> fallible) {
        this.schema = schema;
        this.loaders = loaders;
        this.fallible = fallible;
        this.introspection = new IntrospectionResults(schema);
    }

    /**
     * Makes a plan.
     *
     * @param operation valid
     * @param conditions the values of the variables that its directives and its introspection fields depend on
     * @return null if something in it is left to the engine
     */
    @Nullable
    Plan compile(PreparedOperation operation, Map<String, Object> conditions) {
        try {
            return new Compilation(operation, conditions).plan();
        } catch (NotPlannable left) {
            return null;
        }
    }

    private ValueWriter leaf(GraphQLNamedType type) {
        return leaves.computeIfAbsent(
                type.getName(),
                name -> type instanceof GraphQLEnumType constants
                        ? new EnumWriter(constants)
                        : new ScalarWriter((GraphQLScalarType) type));
    }

    /** One compilation. */
    private final class Compilation {

        private final PreparedOperation operation;
        private final Map<String, Object> conditions;
        private final FieldCollection collection;
        private final PlanWeight weight = new PlanWeight();
        private int fields;
        private int slots;
        private boolean isPathWanted;
        private boolean isLoaderShared;
        private final Set<BatchLoaderWithContext<Object, Object>> asked = new HashSet<>();

        Compilation(PreparedOperation operation, Map<String, Object> conditions) {
            this.operation = operation;
            this.conditions = conditions;
            this.collection = new FieldCollection(schema, operation.fragments(), conditions);
        }

        Plan plan() {
            if (!(operation.root() instanceof GraphQLObjectType root) || !root.equals(schema.getQueryType())) {
                throw new NotPlannable("no query");
            }
            FieldsWriter planned =
                    object(root, collection.of(root, operation.definition().getSelectionSet()), true);
            return new Plan(schema, operation, planned, slots, isPathWanted, isLoaderShared, weight.bytes());
        }

        private FieldsWriter object(GraphQLObjectType type, List<MergedField> selected, boolean isRoot) {
            List<PlannedField> planned = new ArrayList<>();
            for (MergedField merged : selected) {
                if (++fields > MOST_FIELDS) {
                    throw new NotPlannable("too many fields");
                }
                Literal key = PlannedField.key(merged.getResultKey(), planned.isEmpty());
                PlannedField field = planned(type, merged, key, isRoot);
                weight.add(field);
                planned.add(field);
            }
            weight.addObject();
            return new FieldsWriter(planned);
        }

        private PlannedField planned(GraphQLObjectType type, MergedField merged, Literal key, boolean isRoot) {
            if (merged.getName().equals("__typename")) {
                return fixed(type, merged, key, new PlannedField.Fixed(Literal.quoted(type.getName())));
            }
            if (isRoot && IntrospectionResults.isIntrospection(merged.getName())) {
                return fixed(
                        type,
                        merged,
                        key,
                        new PlannedField.Introspected(introspection.of(operation, merged, conditions)));
            }
            return field(type, merged, key, isRoot);
        }

        private PlannedField fixed(GraphQLObjectType type, MergedField merged, Literal key, Source source) {
            return new PlannedField(key, type, merged, null, source, leaf(Scalars.GraphQLString), SelectedNames.NONE);
        }

        private PlannedField field(GraphQLObjectType type, MergedField merged, Literal key, boolean isRoot) {
            GraphQLFieldDefinition definition = type.getFieldDefinition(merged.getName());
            if (definition == null) {
                throw new NotPlannable("the schema's own field " + merged.getName());
            }
            Source source = source(type, definition, isRoot);
            ValueWriter value = value(definition.getType(), merged);
            return new PlannedField(
                    key, type, merged, definition, source, value, selection(source, definition, merged));
        }

        private Source source(GraphQLObjectType type, GraphQLFieldDefinition definition, boolean isRoot) {
            DataFetcher<?> fetcher = schema.getCodeRegistry().getDataFetcher(type, definition);
            if (fetcher instanceof Property property) {
                return new PlannedField.Property(property.reader());
            }
            BatchLoaderWithContext<Object, Object> loader = loaders.get(FieldCoordinates.coordinates(type, definition));
            if (loader != null && definition.getArguments().isEmpty()) {
                isLoaderShared |= !asked.add(loader);
                return new PlannedField.BatchResolver(slots++, loader);
            }
            if (loader == null && fetcher instanceof TrackedFetcher) {
                isPathWanted |= !isRoot;
                return new PlannedField.Resolver(slots++, fetcher);
            }
            throw new NotPlannable("the resolver of " + type.getName() + "." + definition.getName());
        }

        private SelectedNames selection(Source source, GraphQLFieldDefinition definition, MergedField merged) {
            return !(source instanceof PlannedField.Property)
                            && GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLObjectType object
                    ? new SelectedNames(
                            Set.copyOf(SelectedNames.below(object, merged, collection)), SelectedNames.NONE.whole())
                    : SelectedNames.NONE;
        }

        private ValueWriter value(GraphQLType type, MergedField merged) {
            if (type instanceof GraphQLNonNull required) {
                return new NonNullWriter(value(required.getWrappedType(), merged));
            }
            if (type instanceof GraphQLList list) {
                return new ListWriter(value(list.getWrappedType(), merged));
            }
            if (type instanceof GraphQLScalarType || type instanceof GraphQLEnumType) {
                return leaf((GraphQLNamedType) type);
            }
            if (type instanceof GraphQLObjectType object) {
                return new ObjectWriter(below(object, merged), fallible.contains(object.getName()));
            }
            if (type instanceof GraphQLInterfaceType several) {
                Map<String, FieldsWriter> types = new HashMap<>();
                schema.getImplementations(several)
                        .forEach(object -> types.put(object.getName(), below(object, merged)));
                return new InterfaceWriter(schema, several, types);
            }
            throw new NotPlannable("the type " + type);
        }

        private FieldsWriter below(GraphQLObjectType type, MergedField merged) {
            return object(type, collection.of(type, merged), false);
        }
    }
}
