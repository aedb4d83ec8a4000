package dev.meishi.graphql;

import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputSchemaElement;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an input type takes and what a value is, as messages say it. */
final class InputWords {

    /** Characters of what a caller wrote that are sent back: enough to find it again. */
    private static final int LONGEST = 60;

    private InputWords() {}

    static String wanted(GraphQLType type, @Nullable Object value) {
        if (type instanceof GraphQLEnumType constants) {
            return "one of " + String.join(", ", names(constants))
                    + (value instanceof StringValue ? " without quotes" : "");
        }
        if (type instanceof GraphQLList) {
            return "a list";
        }
        if (type instanceof GraphQLInputObjectType) {
            return "an object";
        }
        String name = type instanceof GraphQLInputSchemaElement ? GraphQLTypeUtil.simplePrint(type) : "value";
        return switch (name) {
            case "Int" -> "an integer between -2147483648 and 2147483647";
            case "Float" -> "a number";
            case "Boolean" -> "true or false";
            case "String" -> "a string";
            case "ID" -> "an ID, which is a string or an integer";
            case "DateTime" -> "a DateTime such as \"2020-04-05T19:30:04+09:00\"";
            default -> "a value of the type " + name;
        };
    }

    static List<String> names(GraphQLEnumType constants) {
        return constants.getValues().stream()
                .map(GraphQLEnumValueDefinition::getName)
                .toList();
    }

    static String found(Object value) {
        if (value instanceof Collection<?> || value instanceof ArrayValue) {
            return "a list";
        }
        if (value instanceof Map<?, ?> || value instanceof ObjectValue) {
            return "an object";
        }
        if (value instanceof String text) {
            return quoted(text);
        }
        if (value instanceof StringValue text) {
            return quoted(text.getValue());
        }
        if (value instanceof EnumValue constant) {
            return shortened(constant.getName());
        }
        Object plain = value instanceof IntValue number
                ? number.getValue()
                : value instanceof FloatValue number
                        ? number.getValue()
                        : value instanceof BooleanValue flag ? (Object) flag.isValue() : value;
        return plain instanceof Number || plain instanceof Boolean ? shortened(plain.toString()) : "another value";
    }

    private static String quoted(String text) {
        String written =
                shortened(text).replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return '"' + written + '"';
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
