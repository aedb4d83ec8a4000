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
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The scalar {@code DateTime}: RFC 3339, offset required. In place of the framework's, which takes any text and fails
 * only in the resolver.
 */
public final class DateTimeScalar implements Coercing<String, String> {

    /** The type, as the schema has it. */
    public static final GraphQLScalarType TYPE = GraphQLScalarType.newScalar()
            .name("DateTime")
            .description("A point in time by RFC 3339, with seconds and offset, such as 2020-04-05T19:30:04+09:00.")
            .specifiedByUrl("https://www.rfc-editor.org/rfc/rfc3339")
            .coercing(new DateTimeScalar())
            .build();

    /**
     * What Java's ISO 8601 allows beyond RFC 3339 (no seconds, short offsets, years of more than four digits) is out. T
     * and Z may be small (5.6).
     */
    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");

    private DateTimeScalar() {}

    @Override
    public String serialize(Object result, GraphQLContext context, Locale locale) {
        if (result instanceof OffsetDateTime time) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
        }
        if (result instanceof String text) {
            return text;
        }
        throw new CoercingSerializeException("Expected a date-time with offset.");
    }

    /** The text stays text: the framework turns it into the resolver's type. */
    @Override
    public String parseValue(Object input, GraphQLContext context, Locale locale) {
        if (input instanceof OffsetDateTime time) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
        }
        if (input instanceof String text && isDateTime(text)) {
            return text.toUpperCase(Locale.ROOT);
        }
        throw new CoercingParseValueException("Expected a DateTime such as 2020-04-05T19:30:04+09:00.");
    }

    @Override
    public String parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        if (input instanceof StringValue string && isDateTime(string.getValue())) {
            return string.getValue().toUpperCase(Locale.ROOT);
        }
        throw new CoercingParseLiteralException("Expected a DateTime such as \"2020-04-05T19:30:04+09:00\".");
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return StringValue.of(serialize(input, context, locale));
    }

    private static boolean isDateTime(String text) {
        if (!RFC_3339.matcher(text).matches()) {
            return false;
        }
        try {
            OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
            return true;
        } catch (DateTimeException notOne) {
            return false;
        }
    }
}
