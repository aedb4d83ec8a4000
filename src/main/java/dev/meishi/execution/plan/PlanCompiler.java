package dev.meishi.execution.plan;

import dev.meishi.execution.plan.PlannedField.Source;
import dev.meishi.execution.smallrye.Property;
import dev.meishi.execution.smallrye.SelectedNames;
import dev.meishi.execution.smallrye.TrackedFetcher;
import dev.meishi.graphql.PreparedOperation;
import dev.meishi.json.Literal;
import graphql.GraphQLContext;
import graphql.Scalars;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.execution.MergedSelectionSet;
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
 * which order, is the engine's own finding.
 */
final class PlanCompiler {

    /** An operation of more fields than this, those of every type counted, is left to the engine. */
    private static final int MOST_FIELDS = 5_000;

    private final GraphQLSchema schema;
    private final Map<FieldCoordinates, BatchLoaderWithContext<Object, Object>> loaders;
    private final Set<String> fallible;
    private final IntrospectionResults introspection;
    private final FieldCollector collector = new FieldCollector();

    /** How scalars and enums are written: the same in all plans. */
    private final Map<String, PlannedValue> leaves = new ConcurrentHashMap<>();

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
            return new Course(operation, conditions).plan();
        } catch (Unplanned left) {
            return null;
        }
    }

    private PlannedValue leaf(GraphQLNamedType type) {
        return leaves.computeIfAbsent(
                type.getName(),
                name -> type instanceof GraphQLEnumType constants
                        ? new PlannedConstant(constants)
                        : new PlannedScalar((GraphQLScalarType) type));
    }

    /** One compilation. */
    private final class Course {

        private final PreparedOperation operation;
        private final Map<String, Object> conditions;
        private final PlanWeight weight = new PlanWeight();
        private int fields;
        private int slots;
        private boolean isPathWanted;
        private boolean isLoaderShared;
        private final Set<BatchLoaderWithContext<Object, Object>> asked = new HashSet<>();

        Course(PreparedOperation operation, Map<String, Object> conditions) {
            this.operation = operation;
            this.conditions = conditions;
        }

        Plan plan() {
            if (!(operation.root() instanceof GraphQLObjectType root) || !root.equals(schema.getQueryType())) {
                throw new Unplanned("no query");
            }
            MergedSelectionSet selected = collector.collectFields(
                    parameters(root), operation.definition().getSelectionSet());
            PlannedObject planned = object(root, selected, true);
            return new Plan(schema, operation, planned, slots, isPathWanted, isLoaderShared, weight.bytes());
        }

        private FieldCollectorParameters parameters(GraphQLObjectType type) {
            return FieldCollectorParameters.newParameters()
                    .schema(schema)
                    .objectType(type)
                    .fragments(operation.fragments())
                    .variables(conditions)
                    .graphQLContext(GraphQLContext.getDefault())
                    .build();
        }

        private PlannedObject object(GraphQLObjectType type, MergedSelectionSet selected, boolean isRoot) {
            List<PlannedField> planned = new ArrayList<>();
            for (MergedField merged : selected.getSubFieldsList()) {
                if (++fields > MOST_FIELDS) {
                    throw new Unplanned("too many fields");
                }
                Literal key = PlannedField.key(merged.getResultKey(), planned.isEmpty());
                PlannedField field = planned(type, merged, key, isRoot);
                weight.add(field);
                planned.add(field);
            }
            weight.addObject();
            return new PlannedObject(planned);
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
                throw new Unplanned("the schema's own field " + merged.getName());
            }
            Source source = source(type, definition, isRoot);
            PlannedValue value = value(definition.getType(), merged);
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
            // Below the root an object may stand in several places: what its field came to there must be one thing.
            boolean isTold = isRoot || definition.getArguments().isEmpty();
            if (loader == null && isTold && fetcher instanceof TrackedFetcher) {
                isPathWanted |= !isRoot;
                return new PlannedField.Resolver(slots++, fetcher);
            }
            throw new Unplanned("the resolver of " + type.getName() + "." + definition.getName());
        }

        private SelectedNames selection(Source source, GraphQLFieldDefinition definition, MergedField merged) {
            return !(source instanceof PlannedField.Property)
                            && GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLObjectType object
                    ? new SelectedNames(
                            Set.copyOf(SelectedNames.below(object, merged, this::parameters)),
                            SelectedNames.NONE.whole())
                    : SelectedNames.NONE;
        }

        private PlannedValue value(GraphQLType type, MergedField merged) {
            if (type instanceof GraphQLNonNull required) {
                PlannedValue value = value(required.getWrappedType(), merged);
                if (value instanceof PlannedSingle single && single.isItselfFallible()) {
                    throw new Unplanned("an object that may not be readable, where the schema promises one");
                }
                return new PlannedNonNull(value);
            }
            if (type instanceof GraphQLList list) {
                return new PlannedList(value(list.getWrappedType(), merged));
            }
            if (type instanceof GraphQLScalarType || type instanceof GraphQLEnumType) {
                return leaf((GraphQLNamedType) type);
            }
            if (type instanceof GraphQLObjectType object) {
                return new PlannedSingle(below(object, merged), fallible.contains(object.getName()));
            }
            if (type instanceof GraphQLInterfaceType several) {
                Map<String, PlannedObject> types = new HashMap<>();
                schema.getImplementations(several)
                        .forEach(object -> types.put(object.getName(), below(object, merged)));
                return new PlannedInterface(schema, several, types);
            }
            throw new Unplanned("the type " + type);
        }

        private PlannedObject below(GraphQLObjectType type, MergedField merged) {
            return object(type, collector.collectFields(parameters(type), merged), false);
        }
    }
}
