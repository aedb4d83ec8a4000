package dev.meishi.execution.smallrye;

import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.SelectedField;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What is selected below a field, for a resolver that wants to know: names are answered at once, all else by the
 * engine's own way, which works the whole operation out anew.
 *
 * @param names of the fields below, down to {@value #LEVELS} levels, in whatever order
 * @param whole the engine's own
 */
public record SelectedNames(Set<String> names, Supplier<DataFetchingFieldSelectionSet> whole)
        implements DataFetchingFieldSelectionSet {

    /** Of a connection: its edges, their nodes, the fields of these. */
    private static final int LEVELS = 3;

    private static final FieldCollector COLLECTOR = new FieldCollector();

    /** Of a field without selections, and of one whose resolver is not called. */
    public static final SelectedNames NONE = new SelectedNames(Set.of(), () -> {
        throw new IllegalStateException("No resolver is asked with it");
    });

    /** For a resolver that the engine calls. */
    static DataFetchingEnvironment in(DataFetchingEnvironment environment) {
        if (environment.getSelectionSet() instanceof SelectedNames
                || !(GraphQLTypeUtil.unwrapAll(environment.getFieldType()) instanceof GraphQLObjectType type)) {
            return environment;
        }
        Set<String> names = below(type, environment.getMergedField(), below -> parameters(environment, below));
        return DataFetchingEnvironmentImpl.newDataFetchingEnvironment(environment)
                .selectionSet(new SelectedNames(names, environment::getSelectionSet))
                .build();
    }

    private static FieldCollectorParameters parameters(DataFetchingEnvironment environment, GraphQLObjectType type) {
        return FieldCollectorParameters.newParameters()
                .schema(environment.getGraphQLSchema())
                .objectType(type)
                .fragments(environment.getFragmentsByName())
                .variables(environment.getVariables())
                .graphQLContext(environment.getGraphQlContext())
                .build();
    }

    /**
     * The names of the fields below a field, those further down with the names of the fields around them: {@code name},
     * {@code edges/node/name}.
     *
     * @param type of the field
     * @param field its selections
     * @param parameters to collect the fields of a type with
     * @return the names
     */
    public static Set<String> below(
            GraphQLObjectType type,
            MergedField field,
            Function<GraphQLObjectType, FieldCollectorParameters> parameters) {
        Set<String> names = new HashSet<>();
        collect(type, field, parameters, "", LEVELS, names);
        return names;
    }

    private static void collect(
            GraphQLObjectType type,
            MergedField field,
            Function<GraphQLObjectType, FieldCollectorParameters> parameters,
            String around,
            int levels,
            Set<String> names) {
        for (MergedField selected :
                COLLECTOR.collectFields(parameters.apply(type), field).getSubFieldsList()) {
            String name = around + selected.getName();
            names.add(name);
            GraphQLFieldDefinition definition = type.getFieldDefinition(selected.getName());
            if (levels > 1
                    && definition != null
                    && GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLObjectType below) {
                collect(below, selected, parameters, name + '/', levels - 1, names);
            }
        }
    }

    /**
     * The same names, for one run of an operation.
     *
     * @param run answers what names do not
     * @return the selection
     */
    public SelectedNames of(Supplier<DataFetchingFieldSelectionSet> run) {
        return new SelectedNames(names, run);
    }

    @Override
    public boolean contains(String pattern) {
        return names.contains(pattern) || (!isTold(pattern) && whole.get().contains(pattern));
    }

    /** Whether it is one field, and not deeper down than is told. */
    private static boolean isTold(String pattern) {
        int levels = 1;
        for (int i = 0; i < pattern.length(); i++) {
            char next = pattern.charAt(i);
            if (next == '/') {
                levels++;
            } else if (!isInName(next)) {
                return false;
            }
        }
        return levels <= LEVELS;
    }

    /** By the GraphQL specification, section 2.1.9. */
    private static boolean isInName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    @Override
    public boolean containsAnyOf(String pattern, String... patterns) {
        boolean isContained = contains(pattern);
        for (int i = 0; i < patterns.length && !isContained; i++) {
            isContained = contains(patterns[i]);
        }
        return isContained;
    }

    @Override
    public boolean containsAllOf(String pattern, String... patterns) {
        return contains(pattern) && Arrays.stream(patterns).allMatch(this::contains);
    }

    @Override
    public List<SelectedField> getFields() {
        return whole.get().getFields();
    }

    @Override
    public List<SelectedField> getImmediateFields() {
        return whole.get().getImmediateFields();
    }

    @Override
    public List<SelectedField> getFields(String pattern, String... patterns) {
        return whole.get().getFields(pattern, patterns);
    }

    @Override
    public Map<String, List<SelectedField>> getFieldsGroupedByResultKey() {
        return whole.get().getFieldsGroupedByResultKey();
    }

    @Override
    public Map<String, List<SelectedField>> getFieldsGroupedByResultKey(String pattern, String... patterns) {
        return whole.get().getFieldsGroupedByResultKey(pattern, patterns);
    }
}
