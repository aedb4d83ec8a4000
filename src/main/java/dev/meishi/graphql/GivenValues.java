package dev.meishi.graphql;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Field;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of an operation's arguments, with the variables as they were sent or as they default. */
final class GivenValues {

    /** There is no such value, or it is of another kind. */
    static final long NONE = -1;

    /** Stands for a value that is neither an Int, nor yes or no, nor a list: of those there is nothing to tell apart. */
    private static final String OTHER = "other";

    private final Map<String, Object> variables = new HashMap<>();
    private final Map<String, Object> lookedAt = new HashMap<>();

    GivenValues(OperationDefinition operation, Map<String, ?> sent) {
        for (VariableDefinition definition : operation.getVariableDefinitions()) {
            Object value = sent.containsKey(definition.getName())
                    ? sent.get(definition.getName())
                    : definition.getDefaultValue();
            if (value != null) {
                variables.put(definition.getName(), value);
            }
        }
    }

    /** The number given to an argument, 0 for a negative one. */
    long number(Field field, String name, long most) {
        for (Argument argument : field.getArguments()) {
            if (argument.getName().equals(name)) {
                Object value = value(argument.getValue());
                if (value instanceof IntValue literal) {
                    return clamped(literal.getValue(), most);
                }
                return value instanceof Number number ? number(number, most) : NONE;
            }
        }
        return NONE;
    }

    /** What is no Int is refused when the variables are coerced, and needs no size. */
    private static long number(Number number, long most) {
        try {
            return clamped(BigInteger.valueOf(new BigDecimal(number.toString()).intValueExact()), most);
        } catch (ArithmeticException noInt) {
            return NONE;
        }
    }

    /** The text that is written for an argument; null if it is a variable. */
    @Nullable
    String text(Field field, String name) {
        for (Argument argument : field.getArguments()) {
            if (argument.getName().equals(name) && argument.getValue() instanceof StringValue text) {
                return text.getValue();
            }
        }
        return null;
    }

    /** The length of the first list that is given to any argument. */
    long listSize(Field field) {
        for (Argument argument : field.getArguments()) {
            Object value = value(argument.getValue());
            if (value instanceof ArrayValue list) {
                return list.getValues().size();
            }
            if (value instanceof Collection<?> list) {
                return list.size();
            }
        }
        return NONE;
    }

    /** Whether {@code @skip} or {@code @include} leaves a selection out. */
    boolean isLeftOut(DirectivesContainer<?> selection) {
        for (Directive directive : selection.getDirectives()) {
            Argument condition = directive.getArgument("if");
            if (condition != null) {
                Object value = value(condition.getValue());
                Object is = value instanceof BooleanValue literal ? (Object) literal.isValue() : value;
                if ((directive.getName().equals("skip") && Boolean.TRUE.equals(is))
                        || (directive.getName().equals("include") && Boolean.FALSE.equals(is))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A variable's value, or its default as it is written; anything else as it is written. */
    private @Nullable Object value(Value<?> written) {
        if (!(written instanceof VariableReference variable)) {
            return written;
        }
        Object value = variables.get(variable.getName());
        lookedAt.put(variable.getName(), observed(value));
        return value;
    }

    private static Object observed(@Nullable Object value) {
        if (value instanceof Collection<?> list) {
            return List.of(list.size());
        }
        if (value instanceof Integer number) {
            return Math.max(0L, number);
        }
        if (value instanceof Number number) {
            long is = number(number, Integer.MAX_VALUE);
            return is == NONE ? OTHER : is;
        }
        return value instanceof Boolean || value instanceof Value<?> ? value : OTHER;
    }

    /** The variables that were looked at until now: as much of their values as there is to tell. */
    Map<String, Object> lookedAt() {
        return Map.copyOf(lookedAt);
    }

    /** Whether all that was looked at once would be found here too. */
    boolean isAs(Map<String, Object> others) {
        for (Map.Entry<String, Object> other : others.entrySet()) {
            if (!observed(variables.get(other.getKey())).equals(other.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static long clamped(BigInteger number, long most) {
        return number.max(BigInteger.ZERO).min(BigInteger.valueOf(most)).longValue();
    }
}
