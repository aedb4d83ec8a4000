package dev.meishi.graphql;

import graphql.introspection.Introspection;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The coordinates ({@code Type.field}) of all fields that a valid operation selects, whatever its directives leave out. */
final class SelectedFields {

    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments;
    private final Set<String> coordinates = new HashSet<>();
    private final Set<String> spread = new HashSet<>();

    private SelectedFields(GraphQLSchema schema, Map<String, FragmentDefinition> fragments) {
        this.schema = schema;
        this.fragments = fragments;
    }

    static Set<String> of(
            GraphQLSchema schema,
            Map<String, FragmentDefinition> fragments,
            GraphQLCompositeType root,
            SelectionSet selections) {
        SelectedFields fields = new SelectedFields(schema, fragments);
        fields.collect(root, selections);
        return Set.copyOf(fields.coordinates);
    }

    private void collect(GraphQLCompositeType type, SelectionSet set) {
        for (Selection<?> selection : set.getSelections()) {
            if (selection instanceof Field field && type instanceof GraphQLFieldsContainer owner) {
                collect(owner, field);
            } else if (selection instanceof InlineFragment inline) {
                collect(narrowed(type, inline.getTypeCondition()), inline.getSelectionSet());
            } else if (selection instanceof FragmentSpread named && spread.add(named.getName())) {
                FragmentDefinition fragment = fragments.get(named.getName());
                if (fragment != null) {
                    collect(narrowed(type, fragment.getTypeCondition()), fragment.getSelectionSet());
                }
            }
        }
    }

    private void collect(GraphQLFieldsContainer owner, Field field) {
        // As many as the schema has, and the same for every operation: one text each for all of them.
        coordinates.add((owner.getName() + "." + field.getName()).intern());
        if (field.getSelectionSet() != null
                && GraphQLTypeUtil.unwrapAll(Introspection.getFieldDefinition(schema, owner, field.getName())
                                .getType())
                        instanceof GraphQLCompositeType type) {
            collect(type, field.getSelectionSet());
        }
    }

    private GraphQLCompositeType narrowed(GraphQLCompositeType type, @Nullable TypeName condition) {
        return condition != null && schema.getType(condition.getName()) instanceof GraphQLCompositeType narrow
                ? narrow
                : type;
    }
}
