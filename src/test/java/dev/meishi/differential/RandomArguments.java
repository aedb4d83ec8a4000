package dev.meishi.differential;

import dev.meishi.differential.RandomValues.EnumValue;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Arguments of fields and directives as they stand in a document, in part by variables. */
final class RandomArguments {

    private final Dice dice;
    private final RandomValues values;
    private final RandomVariables variables;

    RandomArguments(Dice dice, RandomValues values, RandomVariables variables) {
        this.dice = dice;
        this.values = values;
        this.variables = variables;
    }

    /** Arguments of a field, with their parentheses; empty if there are none. */
    String of(GraphQLFieldDefinition field) {
        List<String> given = new ArrayList<>();
        boolean isReadOn = dice.percent(20);
        for (GraphQLArgument argument : field.getArguments()) {
            if (isGiven(argument, isReadOn)) {
                Object value = values.of(argument.getType(), argument.getName(), field.getName());
                given.add(argument.getName() + ": " + written(argument.getType(), value, true));
            }
        }
        return given.isEmpty() ? "" : "(" + String.join(dice.oneOf(", ", " "), given) + ")";
    }

    /** Who reads on from a cursor does it in the list that it is of, mostly. */
    private boolean isGiven(GraphQLArgument argument, boolean isReadOn) {
        if (GraphQLTypeUtil.isNonNull(argument.getType())) {
            return true;
        }
        boolean isCursor =
                argument.getName().equals("after") || argument.getName().equals("before");
        boolean isList = GraphQLTypeUtil.unwrapNonNull(argument.getType()) instanceof GraphQLInputObjectType;
        int chance = isCursor ? (isReadOn ? 60 : 2) : isList ? (isReadOn ? 5 : 60) : 40;
        return dice.percent(chance);
    }

    /** The directives of a selection, with a blank before each; mostly none. */
    String conditions() {
        StringBuilder conditions = new StringBuilder();
        if (dice.percent(6)) {
            conditions.append(" @skip(if: ").append(condition(30)).append(")");
        }
        if (dice.percent(6)) {
            conditions.append(" @include(if: ").append(condition(70)).append(")");
        }
        return conditions.toString();
    }

    private String condition(int chance) {
        boolean is = dice.percent(chance);
        return dice.percent(50) ? variables.condition(is) : Boolean.toString(is);
    }

    private String written(GraphQLType type, @Nullable Object value, boolean mayBeNullable) {
        if (type instanceof GraphQLInputType input && dice.percent(25)) {
            return variables.of(input, value, mayBeNullable);
        }
        if (value == null) {
            return "null";
        }
        GraphQLType bare = GraphQLTypeUtil.unwrapNonNull(type);
        if (value instanceof Map<?, ?> map && bare instanceof GraphQLInputObjectType object) {
            return map.entrySet().stream()
                    .map(part -> part.getKey() + ": "
                            + written(object.getField(part.getKey().toString()).getType(), part.getValue(), true))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list && bare instanceof GraphQLList entries) {
            return list.size() == 1 && dice.percent(20)
                    ? literal(list.get(0))
                    : list.stream()
                            .map(entry -> written(entries.getWrappedType(), entry, false))
                            .collect(Collectors.joining(", ", "[", "]"));
        }
        return literal(value);
    }

    /** A value without variables in it. */
    static String literal(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(part -> part.getKey() + ": " + literal(part.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(RandomArguments::literal).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof EnumValue constant) {
            return constant.name();
        }
        return value instanceof String text ? quoted(text) : String.valueOf(value);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c == '\u007f' || c == '\uffff' || c == '\ufeff') {
                quoted.append("\\u").append(HexFormat.of().toHexDigits(c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
