package dev.meishi.graphql;

import graphql.introspection.Introspection;
import graphql.language.Field;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLInputFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLModifiedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How many values an answer about the schema has: counted in the schema itself, as types lead to each other in circles
 * and the lists of one are far longer than those of another. Deprecated parts are counted as selected.
 */
final class IntrospectionCost {

    private final GraphQLSchema schema;
    private final Selections selections;
    private final Map<Below, Long> known = new HashMap<>();

    /** What is selected of an introspection type, by response key; those left out by their conditions are not there. */
    interface Selections {

        Collection<List<Field>> of(GraphQLCompositeType type, List<SelectionSet> sets);

        /** Whether more fields were looked at than an estimate may take, with these. */
        boolean isTooMuch(int fields);
    }

    /** A part of the schema, of which something is selected. */
    private record Below(List<SelectionSet> sets, Object part) {}

    IntrospectionCost(GraphQLSchema schema, Selections selections) {
        this.schema = schema;
        this.selections = selections;
    }

    /** Values in the answer to {@code __schema}. */
    long ofSchema(List<SelectionSet> sets) {
        return below(Introspection.__Schema, sets, schema);
    }

    /** Values in the answer to {@code __type}: for the type of a name, or for the largest if the name is not known yet. */
    long ofType(@Nullable String name, List<SelectionSet> sets) {
        if (name != null) {
            Object type = schema.getType(name);
            return type == null ? 0 : below(Introspection.__Type, sets, type);
        }
        return schema.getAllTypesAsList().stream()
                .mapToLong(type -> below(Introspection.__Type, sets, type))
                .max()
                .orElse(0);
    }

    private long below(GraphQLCompositeType type, List<SelectionSet> sets, Object part) {
        Below here = new Below(sets, part);
        Long before = known.get(here);
        if (before != null) {
            return before;
        }
        long sum = 1;
        Collection<List<Field>> fields = selections.of(type, sets);
        if (selections.isTooMuch(fields.size())) {
            return CostEstimate.ENDLESS;
        }
        for (List<Field> same : fields) {
            sum = Math.min(sum + value(type, same, part), CostEstimate.ENDLESS);
        }
        known.put(here, sum);
        return sum;
    }

    private long value(GraphQLCompositeType type, List<Field> same, Object part) {
        String name = same.get(0).getName();
        GraphQLFieldDefinition definition =
                type instanceof GraphQLFieldsContainer owner ? owner.getFieldDefinition(name) : null;
        if (definition == null
                || !(GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLCompositeType inner)) {
            return 1;
        }
        List<SelectionSet> sets = same.stream()
                .map(Field::getSelectionSet)
                .filter(Objects::nonNull)
                .toList();
        long sum = 1;
        for (Object child : children(name, part)) {
            sum = Math.min(sum + below(inner, sets, child), CostEstimate.ENDLESS);
        }
        return sum;
    }

    private Collection<?> children(String field, Object part) {
        return switch (field) {
            case "types" -> schema.getAllTypesAsList();
            case "queryType" -> List.of(schema.getQueryType());
            case "mutationType" -> schema.getMutationType() == null ? List.of() : List.of(schema.getMutationType());
            case "subscriptionType" ->
                schema.getSubscriptionType() == null ? List.of() : List.of(schema.getSubscriptionType());
            case "directives" -> schema.getDirectives();
            case "fields" -> part instanceof GraphQLFieldsContainer owner ? owner.getFieldDefinitions() : List.of();
            case "interfaces" -> part instanceof GraphQLImplementingType type ? type.getInterfaces() : List.of();
            case "possibleTypes" -> possible(part);
            case "enumValues" -> part instanceof GraphQLEnumType type ? type.getValues() : List.of();
            case "inputFields" ->
                part instanceof GraphQLInputFieldsContainer type ? type.getFieldDefinitions() : List.of();
            case "ofType" -> part instanceof GraphQLModifiedType type ? List.of(type.getWrappedType()) : List.of();
            case "args" ->
                part instanceof GraphQLFieldDefinition owner
                        ? owner.getArguments()
                        : part instanceof GraphQLDirective directive ? directive.getArguments() : List.of();
            case "type" -> type(part);
            default -> List.of();
        };
    }

    private Collection<?> possible(Object part) {
        if (part instanceof GraphQLInterfaceType type) {
            return schema.getImplementations(type);
        }
        return part instanceof GraphQLUnionType type ? type.getTypes() : List.of();
    }

    private static Collection<?> type(Object part) {
        if (part instanceof GraphQLFieldDefinition field) {
            return List.of(field.getType());
        }
        if (part instanceof GraphQLInputObjectField field) {
            return List.of(field.getType());
        }
        return part instanceof GraphQLArgument argument ? List.of(argument.getType()) : List.of();
    }
}
