package dev.meishi.execution;

import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.SelectedField;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What is selected below a field, for a resolver that wants to know: names are answered at once, all else by the
 * engine's own way, which works the whole operation out anew.
 *
 * @param names of the fields right below, in whatever order
 * @param whole the engine's own
 */
record SelectedNames(Set<String> names, Supplier<DataFetchingFieldSelectionSet> whole)
        implements DataFetchingFieldSelectionSet {

    private static final FieldCollector COLLECTOR = new FieldCollector();

    static final SelectedNames NONE = new SelectedNames(Set.of(), () -> {
        throw new IllegalStateException("No resolver is asked with it");
    });

    /** For a resolver that the engine calls. */
    static DataFetchingEnvironment in(DataFetchingEnvironment environment) {
        if (environment.getSelectionSet() instanceof SelectedNames
                || !(GraphQLTypeUtil.unwrapAll(environment.getFieldType()) instanceof GraphQLObjectType type)) {
            return environment;
        }
        FieldCollectorParameters parameters = FieldCollectorParameters.newParameters()
                .schema(environment.getGraphQLSchema())
                .objectType(type)
                .fragments(environment.getFragmentsByName())
                .variables(environment.getVariables())
                .graphQLContext(environment.getGraphQlContext())
                .build();
        return DataFetchingEnvironmentImpl.newDataFetchingEnvironment(environment)
                .selectionSet(new SelectedNames(
                        below(parameters, environment.getMergedField()), environment::getSelectionSet))
                .build();
    }

    /** The names of the fields right below a field. */
    static Set<String> below(FieldCollectorParameters parameters, MergedField field) {
        Set<String> names = new HashSet<>();
        COLLECTOR
                .collectFields(parameters, field)
                .getSubFieldsList()
                .forEach(selected -> names.add(selected.getName()));
        return names;
    }

    SelectedNames of(Supplier<DataFetchingFieldSelectionSet> run) {
        return new SelectedNames(names, run);
    }

    @Override
    public boolean contains(String pattern) {
        return names.contains(pattern) || (!isName(pattern) && whole.get().contains(pattern));
    }

    private static boolean isName(String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) != '_' && !Character.isLetterOrDigit(pattern.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean containsAnyOf(String pattern, String... patterns) {
        return contains(pattern) || Arrays.stream(patterns).anyMatch(this::contains);
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
