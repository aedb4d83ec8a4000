package dev.meishi.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;

/** The scalar {@code Date}: a day by RFC 3339. What the framework reads itself comes as a text. */
public final class DateScalar implements Coercing<LocalDate, String> {

    /** The type, as the schema has it. */
    public static final GraphQLScalarType TYPE = GraphQLScalarType.newScalar()
            .name("Date")
            .description("A day by RFC 3339, without a time, such as 2020-04-05.")
            .specifiedByUrl("https://www.rfc-editor.org/rfc/rfc3339#section-5.6")
            .coercing(new DateScalar())
            .build();

    /** Of a full-date: a year has four digits. */
    private static final int LENGTH = "2020-04-05".length();

    private DateScalar() {}

    @Override
    public String serialize(Object result, GraphQLContext context, Locale locale) {
        if (result instanceof LocalDate date) {
            return date.toString();
        }
        if (result instanceof String text) {
            return text;
        }
        throw new CoercingSerializeException("Expected a day.");
    }

    @Override
    public LocalDate parseValue(Object input, GraphQLContext context, Locale locale) {
        try {
            if (input instanceof String text && text.length() == LENGTH) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException notOne) {
            throw new CoercingParseValueException("Expected a Date such as 2020-04-05.", notOne);
        }
        throw new CoercingParseValueException("Expected a Date such as 2020-04-05.");
    }

    @Override
    public LocalDate parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        try {
            return parseValue(input instanceof StringValue text ? text.getValue() : input, context, locale);
        } catch (CoercingParseValueException notOne) {
            throw new CoercingParseLiteralException("Expected a Date such as \"2020-04-05\".", notOne);
        }
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return StringValue.of(serialize(input, context, locale));
    }
}
