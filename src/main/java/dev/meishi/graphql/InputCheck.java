package dev.meishi.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.EnumValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.SourceLocation;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a value does not fit its type, and says so in the words of GraphQL and JSON. Values are those of a variable,
 * as JSON has them, or literals of a document. Used once a value is known not to fit: what fits is not its business.
 */
final class InputCheck {

    private InputCheck() {}

    /**
     * What is wrong with a value.
     *
     * @param path of the part that does not fit, such as {@code createdBetween.to} or {@code [2]}; empty for the whole
     * @param text what was expected and what was found
     * @param place of the part in the document, if it is known
     * @param written a name that the schema does not have there; empty if it is something else
     * @param known the names that it has there
     */
    record Problem(String path, String text, @Nullable SourceLocation place, String written, List<String> known) {

        Problem(String path, String text, @Nullable SourceLocation place) {
            this(path, text, place, "", List.of());
        }

        /** What is said of it, with the names that may have been meant. */
        String sentence(Guesses guesses) {
            return text + "." + guesses.meant(written, known);
        }
    }

    /**
     * The first problem of a value.
     *
     * @param type of the schema
     * @param value a literal, or a map, list, string, number, boolean or null
     * @return null if there is none
     */
    static @Nullable Problem of(GraphQLType type, @Nullable Object value) {
        return problem(type, value, "");
    }

    private static @Nullable Problem problem(GraphQLType type, @Nullable Object value, String path) {
        if (value instanceof VariableReference) {
            return null;
        }
        boolean isNull = value == null || value instanceof NullValue;
        if (type instanceof GraphQLNonNull required) {
            return isNull
                    ? new Problem(
                            path,
                            "expected " + InputWords.wanted(required.getWrappedType(), value) + ", found null",
                            at(value))
                    : problem(required.getWrappedType(), value, path);
        }
        if (value == null || isNull) {
            return null;
        }
        if (type instanceof GraphQLList list) {
            return entries(list.getWrappedType(), value, path);
        }
        if (type instanceof GraphQLInputObjectType object) {
            return fields(object, value, path);
        }
        return isTaken(type, value)
                ? null
                : new Problem(
                        path,
                        "expected " + InputWords.wanted(type, value) + ", found " + InputWords.found(value),
                        at(value),
                        type instanceof GraphQLEnumType ? name(value) : "",
                        type instanceof GraphQLEnumType constants ? InputWords.names(constants) : List.of());
    }

    private static @Nullable Problem entries(GraphQLType entry, Object value, String path) {
        if (!(value instanceof ArrayValue) && !(value instanceof Collection<?>)) {
            return problem(entry, value, path);
        }
        int at = 0;
        for (Object each : value instanceof ArrayValue literal ? literal.getValues() : (Collection<?>) value) {
            Problem problem = problem(entry, each, path + '[' + at++ + ']');
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private static @Nullable Problem fields(GraphQLInputObjectType type, Object value, String path) {
        Map<String, @Nullable Object> fields = fields(value);
        if (fields == null) {
            return new Problem(path, "expected an object, found " + InputWords.found(value), at(value));
        }
        for (String name : fields.keySet()) {
            if (type.getFieldDefinition(name) == null) {
                return new Problem(
                        path,
                        "the type " + type.getName() + " has no field '" + name + "'",
                        at(value),
                        name,
                        type.getFieldDefinitions().stream()
                                .map(GraphQLInputObjectField::getName)
                                .toList());
            }
        }
        String before = path.isEmpty() ? "" : path + ".";
        for (GraphQLInputObjectField field : type.getFieldDefinitions()) {
            boolean isGiven = fields.containsKey(field.getName());
            if (!isGiven && GraphQLTypeUtil.isNonNull(field.getType()) && !field.hasSetDefaultValue()) {
                return new Problem(before + field.getName(), "the field is required, but was not sent", at(value));
            }
            Problem below =
                    isGiven ? problem(field.getType(), fields.get(field.getName()), before + field.getName()) : null;
            if (below != null) {
                return below;
            }
        }
        return null;
    }

    private static @Nullable Map<String, @Nullable Object> fields(Object value) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> sent) {
            sent.forEach((name, member) -> fields.put(String.valueOf(name), member));
            return fields;
        }
        if (value instanceof ObjectValue literal) {
            for (ObjectField field : literal.getObjectFields()) {
                fields.put(field.getName(), field.getValue());
            }
            return fields;
        }
        return null;
    }

    /** What is written where a constant belongs. */
    private static String name(Object value) {
        return value instanceof EnumValue literal ? literal.getName() : value instanceof String text ? text : "";
    }

    private static boolean isTaken(GraphQLType type, Object value) {
        if (type instanceof GraphQLEnumType constants) {
            Object name = value instanceof EnumValue literal ? literal.getName() : value;
            return name instanceof String text && constants.getValue(text) != null;
        }
        if (!(type instanceof GraphQLScalarType scalar)) {
            return true;
        }
        try {
            Object taken = value instanceof Value<?> literal
                    ? scalar.getCoercing()
                            .parseLiteral(
                                    literal,
                                    CoercedVariables.emptyVariables(),
                                    GraphQLContext.getDefault(),
                                    Locale.ENGLISH)
                    : scalar.getCoercing().parseValue(value, GraphQLContext.getDefault(), Locale.ENGLISH);
            return taken != null;
        } catch (CoercingParseValueException | CoercingParseLiteralException notOne) {
            return false;
        }
    }

    private static @Nullable SourceLocation at(@Nullable Object value) {
        return value instanceof Value<?> literal ? literal.getSourceLocation() : null;
    }
}
