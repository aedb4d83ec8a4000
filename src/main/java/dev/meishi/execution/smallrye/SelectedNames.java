package dev.meishi.execution.smallrye;

import dev.meishi.graphql.FieldCollection;
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
import java.util.function.Supplier;

/**
 * What is selected below a field, for a resolver that wants to know: names are answered at once, all else by the
 * engine, which normalizes the whole operation for it.
 *
 * @param names of the fields below, down to {@value #LEVELS} levels, in whatever order
 * @param whole the engine's own
 */
public record SelectedNames(Set<String> names, Supplier<DataFetchingFieldSelectionSet> whole)
        implements DataFetchingFieldSelectionSet {

    /** Of a connection: its edges, their nodes, the fields of these. */
    private static final int LEVELS = 3;

    /** Of a field without selections, and of one whose resolver is not called. */
    public static final SelectedNames NONE = new SelectedNames(Set.of(), () -> {
        throw new IllegalStateException("This field has no resolver");
    });

    /** For a resolver that the engine calls. */
    static DataFetchingEnvironment in(DataFetchingEnvironment environment) {
        if (environment.getSelectionSet() instanceof SelectedNames
                || !(GraphQLTypeUtil.unwrapAll(environment.getFieldType()) instanceof GraphQLObjectType type)) {
            return environment;
        }
        FieldCollection collection = new FieldCollection(
                environment.getGraphQLSchema(), environment.getFragmentsByName(), environment.getVariables());
        Set<String> names = below(type, environment.getMergedField(), collection);
        return DataFetchingEnvironmentImpl.newDataFetchingEnvironment(environment)
                .selectionSet(new SelectedNames(names, environment::getSelectionSet))
                .build();
    }

    /**
     * The names of the fields below a field, those further down with the names of the fields around them: {@code name},
     * {@code edges/node/name}.
     *
     * @param type of the field
     * @param field its selections
     * @param collection of the fields of the operation
     * @return the names
     */
    public static Set<String> below(GraphQLObjectType type, MergedField field, FieldCollection collection) {
        Set<String> names = new HashSet<>();
        collect(type, field, collection, "", LEVELS, names);
        return names;
    }

    private static void collect(
            GraphQLObjectType type,
            MergedField field,
            FieldCollection collection,
            String around,
            int levels,
            Set<String> names) {
        for (MergedField selected : collection.of(type, field)) {
            String name = around + selected.getName();
            names.add(name);
            GraphQLFieldDefinition definition = type.getFieldDefinition(selected.getName());
            if (levels > 1
                    && definition != null
                    && GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLObjectType below) {
                collect(below, selected, collection, name + '/', levels - 1, names);
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

    /** Whether it is one field, and not below the levels that are known. */
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
