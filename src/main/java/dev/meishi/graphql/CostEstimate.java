package dev.meishi.graphql;

import graphql.introspection.Introspection;
import graphql.language.DirectivesContainer;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many objects the answer to a valid operation may hold, and how many bytes. Selections of the same response key are one, as they are
 * in the answer; those of different types may have nothing else in common, and each counts. A connection's
 * {@code nodes} and {@code edges} have as many entries as its {@code first} or {@code last} says; a list that is asked
 * for by a list has as many as that; any other list has an assumed size. What {@code @skip} and {@code @include} leave
 * out costs nothing. Sizes multiply on the way down. Of the schema itself every value counts, as many as it has.
 */
final class CostEstimate {

    /** More than any limit, and far from an overflow when squared. */
    static final long ENDLESS = 1L << 31;

    /** An operation of more fields than this, fragments expanded, is endless; it matters where fields are not limited. */
    private static final int MOST_FIELDS = 100_000;

    /** The quotes, the colon and the comma around a name, and the brackets around an object. */
    private static final int BYTES_A_NAME = 4;

    private static final int BYTES_AN_OBJECT = 3;

    /** Assumed of a value: a short text with its quotes. Many are null, and only a memo is much longer. */
    private static final int BYTES_A_VALUE = 16;

    /** A value's of the schema, its name included: the answer to GraphiQL's introspection has 66 kB for 4,000 values. */
    private static final int BYTES_OF_THE_SCHEMA = 32;

    /** Entries of the largest page there is; the connection refuses a larger one. */
    static final long LARGEST_PAGE = 500;

    private static final Set<String> SIZED = Set.of("nodes", "edges");

    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments;
    private final GivenValues given;
    private final LimitsConfig config;
    private final IntrospectionCost introspection;
    private int visited;

    private CostEstimate(
            GraphQLSchema schema, Map<String, FragmentDefinition> fragments, GivenValues given, LimitsConfig config) {
        this.schema = schema;
        this.fragments = fragments;
        this.given = given;
        this.config = config;
        this.introspection = new IntrospectionCost(schema, new IntrospectionCost.Selections() {
            @Override
            public Collection<List<Field>> of(GraphQLCompositeType type, List<SelectionSet> sets) {
                return byPlace(type, sets).values();
            }

            @Override
            public boolean isTooMuch(int fields) {
                visited += fields;
                return visited > MOST_FIELDS;
            }
        });
    }

    /**
     * How large the answer of an operation may be.
     *
     * @param schema that it is valid for
     * @param operation the one to be executed
     * @param given to its arguments
     * @param config the sizes to assume
     * @return objects and bytes, each at most {@value #ENDLESS}
     */
    static Estimate of(GraphQLSchema schema, PreparedOperation operation, GivenValues given, LimitsConfig config) {
        return new CostEstimate(schema, operation.fragments(), given, config)
                .below(operation.root(), List.of(operation.definition().getSelectionSet()), GivenValues.NONE);
    }

    /** Objects below one object; its {@code nodes} and {@code edges} have {@code pageSize} entries, if it is a connection. */
    private Estimate below(GraphQLCompositeType type, List<SelectionSet> sets, long pageSize) {
        long objects = 0;
        long bytes = 0;
        for (Map.Entry<Place, List<Field>> same : byPlace(type, sets).entrySet()) {
            Estimate one = estimate(same.getKey().type(), same.getValue(), pageSize);
            objects = Math.min(objects + one.objects(), ENDLESS);
            bytes = Math.min(bytes + BYTES_A_NAME + same.getKey().key().length() + one.bytes(), ENDLESS);
        }
        return visited > MOST_FIELDS ? bounded(ENDLESS, ENDLESS) : bounded(objects, bytes);
    }

    private Map<Place, List<Field>> byPlace(GraphQLCompositeType type, List<SelectionSet> sets) {
        Map<Place, List<Field>> byPlace = new LinkedHashMap<>();
        Set<String> spread = new HashSet<>();
        sets.forEach(set -> collect(type, set, byPlace, spread));
        return byPlace;
    }

    private void collect(
            GraphQLCompositeType type, SelectionSet set, Map<Place, List<Field>> byPlace, Set<String> spread) {
        for (Selection<?> selection : set.getSelections()) {
            if (selection instanceof DirectivesContainer<?> conditional && given.isLeftOut(conditional)) {
                continue;
            }
            if (selection instanceof Field field && type instanceof GraphQLFieldsContainer owner) {
                byPlace.computeIfAbsent(new Place(owner, field.getResultKey()), place -> new ArrayList<>())
                        .add(field);
            } else if (selection instanceof InlineFragment inline) {
                collect(narrowed(type, inline.getTypeCondition()), inline.getSelectionSet(), byPlace, spread);
            } else if (selection instanceof FragmentSpread named && spread.add(named.getName())) {
                FragmentDefinition fragment = fragments.get(named.getName());
                if (fragment != null) {
                    collect(narrowed(type, fragment.getTypeCondition()), fragment.getSelectionSet(), byPlace, spread);
                }
            }
        }
    }

    private GraphQLCompositeType narrowed(GraphQLCompositeType type, @Nullable TypeName condition) {
        return condition != null && schema.getType(condition.getName()) instanceof GraphQLCompositeType narrow
                ? narrow
                : type;
    }

    private Estimate estimate(GraphQLFieldsContainer owner, List<Field> same, long pageSize) {
        visited += same.size();
        Field field = same.get(0);
        GraphQLFieldDefinition definition = Introspection.getFieldDefinition(schema, owner, field.getName());
        if (visited > MOST_FIELDS
                || !(GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLCompositeType type)) {
            return new Estimate(0, BYTES_A_VALUE * (visited > MOST_FIELDS ? 1 : entries(definition, field, pageSize)));
        }
        List<SelectionSet> sets = same.stream()
                .map(Field::getSelectionSet)
                .filter(Objects::nonNull)
                .toList();
        if (field.getName().equals(Introspection.SchemaMetaFieldDef.getName())) {
            return ofSchema(introspection.ofSchema(sets));
        }
        if (field.getName().equals(Introspection.TypeMetaFieldDef.getName())) {
            return ofSchema(introspection.ofType(given.text(field, "name"), sets));
        }
        Estimate inside = below(type, sets, pageSize(definition, field));
        long entries = entries(definition, field, pageSize);
        return bounded(entries * (1 + inside.objects()), entries * (BYTES_AN_OBJECT + inside.bytes()));
    }

    private static Estimate ofSchema(long values) {
        return bounded(values, values * BYTES_OF_THE_SCHEMA);
    }

    private static Estimate bounded(long objects, long bytes) {
        return new Estimate(Math.min(objects, ENDLESS), Math.min(bytes, ENDLESS));
    }

    private long entries(GraphQLFieldDefinition definition, Field field, long pageSize) {
        if (!GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()))) {
            return 1;
        }
        if (pageSize != GivenValues.NONE && SIZED.contains(field.getName())) {
            return pageSize;
        }
        long first = pageSize(definition, field);
        if (first != GivenValues.NONE) {
            return first;
        }
        long asked = given.listSize(field);
        return asked == GivenValues.NONE ? config.assumedListSize() : asked;
    }

    private long pageSize(GraphQLFieldDefinition definition, Field field) {
        if (definition.getArgument("first") == null && definition.getArgument("last") == null) {
            return GivenValues.NONE;
        }
        long asked = Math.max(given.number(field, "first", ENDLESS), given.number(field, "last", ENDLESS));
        return asked == GivenValues.NONE ? config.assumedPageSize() : Math.min(asked, LARGEST_PAGE);
    }

    /** A response key of objects of one type. */
    private record Place(GraphQLFieldsContainer type, String key) {}
}
