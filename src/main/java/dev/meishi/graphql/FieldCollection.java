package dev.meishi.graphql;

import graphql.execution.MergedField;
import graphql.language.Argument;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects the fields that a valid operation selects of an object: section 6.3.2 of the specification. graphql-java's own
 * collector is internal; what it publishes, the normalized operation, has the fields of several types in one order.
 */
public final class FieldCollection {

    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, Object> variables;

    /**
     * For one operation.
     *
     * @param schema that it is valid for
     * @param fragments of its document, by name
     * @param variables that its {@code @skip} and {@code @include} depend on, coerced
     */
    public FieldCollection(
            GraphQLSchema schema, Map<String, FragmentDefinition> fragments, Map<String, Object> variables) {
        this.schema = schema;
        this.fragments = fragments;
        this.variables = variables;
    }

    /**
     * The fields of an operation.
     *
     * @param root type of the operation
     * @param set its selections
     * @return those of the same name in the answer merged, in the order of the answer
     */
    public List<MergedField> of(GraphQLObjectType root, SelectionSet set) {
        Map<String, List<Field>> groups = new LinkedHashMap<>();
        collect(root, set, new HashSet<>(), groups);
        return merged(groups);
    }

    /**
     * The fields of an object.
     *
     * @param type of the object
     * @param field that the object is a value of
     * @return those of the same name in the answer merged, in the order of the answer
     */
    public List<MergedField> of(GraphQLObjectType type, MergedField field) {
        Map<String, List<Field>> groups = new LinkedHashMap<>();
        Set<String> spread = new HashSet<>();
        for (Field one : field.getFields()) {
            collect(type, one.getSelectionSet(), spread, groups);
        }
        return merged(groups);
    }

    private static List<MergedField> merged(Map<String, List<Field>> groups) {
        List<MergedField> merged = new ArrayList<>(groups.size());
        groups.values()
                .forEach(fields -> merged.add(MergedField.newMergedField(fields).build()));
        return merged;
    }

    private void collect(
            GraphQLObjectType type, @Nullable SelectionSet set, Set<String> spread, Map<String, List<Field>> groups) {
        if (set == null) {
            return;
        }
        for (Selection<?> selection : set.getSelections()) {
            if (selection instanceof Field field) {
                if (isIncluded(field.getDirectives())) {
                    groups.computeIfAbsent(field.getResultKey(), first -> new ArrayList<>(1))
                            .add(field);
                }
            } else if (selection instanceof InlineFragment inline) {
                if (isIncluded(inline.getDirectives()) && isOf(type, inline.getTypeCondition())) {
                    collect(type, inline.getSelectionSet(), spread, groups);
                }
            } else if (selection instanceof FragmentSpread named
                    && isIncluded(named.getDirectives())
                    && spread.add(named.getName())) {
                FragmentDefinition fragment = fragments.get(named.getName());
                if (fragment != null && isOf(type, fragment.getTypeCondition())) {
                    collect(type, fragment.getSelectionSet(), spread, groups);
                }
            }
        }
    }

    private boolean isOf(GraphQLObjectType type, @Nullable TypeName condition) {
        if (condition == null || condition.getName().equals(type.getName())) {
            return true;
        }
        GraphQLType wanted = schema.getType(condition.getName());
        if (wanted instanceof GraphQLInterfaceType several) {
            return schema.getImplementations(several).contains(type);
        }
        return wanted instanceof GraphQLUnionType union && union.getTypes().contains(type);
    }

    private boolean isIncluded(List<Directive> directives) {
        for (Directive directive : directives) {
            if ((directive.getName().equals("skip") && isTrue(directive))
                    || (directive.getName().equals("include") && !isTrue(directive))) {
                return false;
            }
        }
        return true;
    }

    private boolean isTrue(Directive directive) {
        Argument condition = directive.getArgument("if");
        Value<?> value = condition == null ? null : condition.getValue();
        return value instanceof VariableReference variable
                ? Boolean.TRUE.equals(variables.get(variable.getName()))
                : value instanceof BooleanValue literal && literal.isValue();
    }
}
