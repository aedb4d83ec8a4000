package dev.meishi.graphql;

import graphql.GraphQLContext;
import graphql.Scalars;
import graphql.execution.CoercedVariables;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.math.BigInteger;
import java.util.Locale;

/**
 * The scalar {@code ID}: as input a string or an integer and nothing else (specification, section 3.5.5). In place of the
 * engine's, which takes whatever has a text.
 */
public final class IdScalar implements Coercing<String, String> {

    /** The type, as the schema has it. */
    public static final GraphQLScalarType TYPE = Scalars.GraphQLID.transform(id -> id.coercing(new IdScalar()));

    private static final Coercing<?, ?> ENGINES = Scalars.GraphQLID.getCoercing();

    private IdScalar() {}

    @Override
    public String serialize(Object result, GraphQLContext context, Locale locale) {
        return String.valueOf(ENGINES.serialize(result, context, locale));
    }

    @Override
    public String parseValue(Object input, GraphQLContext context, Locale locale) {
        if (input instanceof String
                || input instanceof Integer
                || input instanceof Long
                || input instanceof BigInteger) {
            return input.toString();
        }
        throw new CoercingParseValueException("Expected an ID, which is a string or an integer.");
    }

    @Override
    public String parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        if (input instanceof StringValue string) {
            return string.getValue();
        }
        if (input instanceof IntValue integer) {
            return integer.getValue().toString();
        }
        throw new CoercingParseLiteralException("Expected an ID, which is a string or an integer.");
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return StringValue.of(serialize(input, context, locale));
    }
}
