package dev.meishi.graphql;

import graphql.introspection.Introspection;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the parts of a document by their places, and what belongs to them in the schema. Made where a document has errors. */
final class DocumentPlaces {

    private final GraphQLSchema schema;
    private final Map<SourceLocation, List<Node<?>>> byPlace = new HashMap<>();
    private final IdentityHashMap<Node<?>, Node<?>> parents = new IdentityHashMap<>();

    DocumentPlaces(Document document, GraphQLSchema schema) {
        this.schema = schema;
        note(document);
    }

    private void note(Node<?> node) {
        if (node.getSourceLocation() != null) {
            byPlace.computeIfAbsent(node.getSourceLocation(), place -> new ArrayList<>())
                    .add(node);
        }
        for (Node<?> child : node.getChildren()) {
            parents.put(child, node);
            note(child);
        }
    }

    /** The outermost part of a kind that begins at a place. */
    <T> @Nullable T at(@Nullable SourceLocation place, Class<T> kind) {
        if (place != null) {
            for (Node<?> node : byPlace.getOrDefault(place, List.of())) {
                if (kind.isInstance(node)) {
                    return kind.cast(node);
                }
            }
        }
        return null;
    }

    /** What a part belongs to. */
    @Nullable
    Node<?> parent(Node<?> part) {
        return parents.get(part);
    }

    /** All parts of a kind. */
    <T> List<T> all(Class<T> kind) {
        return byPlace.values().stream()
                .flatMap(List::stream)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** The fields of a type of the schema; empty if it has no such type, or the type no fields. */
    List<String> fieldNames(String type) {
        return schema.getType(type) instanceof GraphQLFieldsContainer container
                ? container.getFieldDefinitions().stream()
                        .map(GraphQLFieldDefinition::getName)
                        .toList()
                : List.of();
    }

    /** The types of the schema, but those that it is described with. */
    List<String> typeNames() {
        return schema.getAllTypesAsList().stream()
                .map(GraphQLNamedType::getName)
                .filter(name -> !name.startsWith("__"))
                .toList();
    }

    /** A field as the schema has it. */
    @Nullable
    GraphQLFieldDefinition definition(Field field) {
        if (field.getName().equals(Introspection.TypeMetaFieldDef.getName())) {
            return Introspection.TypeMetaFieldDef;
        }
        return owner(field) instanceof GraphQLFieldsContainer owner ? owner.getFieldDefinition(field.getName()) : null;
    }

    /** The type that a selection is one of; null if the document does not make it out. */
    @Nullable
    GraphQLCompositeType owner(Node<?> selection) {
        for (Node<?> above = parents.get(selection); above != null; above = parents.get(above)) {
            if (above instanceof Field field) {
                GraphQLFieldDefinition definition = definition(field);
                return definition == null ? null : composite(GraphQLTypeUtil.unwrapAll(definition.getType()));
            }
            if (above instanceof InlineFragment inline && inline.getTypeCondition() != null) {
                return composite(schema.getType(inline.getTypeCondition().getName()));
            }
            if (above instanceof FragmentDefinition fragment) {
                return composite(schema.getType(fragment.getTypeCondition().getName()));
            }
            if (above instanceof OperationDefinition operation) {
                return composite(
                        switch (operation.getOperation()) {
                            case QUERY -> schema.getQueryType();
                            case MUTATION -> schema.getMutationType();
                            case SUBSCRIPTION -> schema.getSubscriptionType();
                        });
            }
        }
        return null;
    }

    private static @Nullable GraphQLCompositeType composite(@Nullable GraphQLType type) {
        return type instanceof GraphQLCompositeType composite ? composite : null;
    }
}
