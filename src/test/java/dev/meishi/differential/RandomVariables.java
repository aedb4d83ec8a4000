package dev.meishi.differential;

import dev.meishi.differential.RandomValues.EnumValue;
import graphql.Scalars;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The variables of one document, how they are declared, and what is sent for them. */
final class RandomVariables {

    private static final GraphQLInputType CONDITION = GraphQLNonNull.nonNull(Scalars.GraphQLBoolean);

    private final Dice dice;
    private final Map<String, Variable> declared = new LinkedHashMap<>();
    private final List<String> conditions = new ArrayList<>();

    RandomVariables(Dice dice) {
        this.dice = dice;
    }

    private record Variable(String declaration, @Nullable Object value, boolean isSent) {}

    /** A new variable that may stand where a value of a type is wanted, with the mark of a variable. */
    String of(GraphQLInputType type, @Nullable Object value, boolean mayBeNullable) {
        String name = "$v" + declared.size();
        boolean isRequired = GraphQLTypeUtil.isNonNull(type);
        String bare = GraphQLTypeUtil.simplePrint(GraphQLTypeUtil.unwrapNonNull(type));
        boolean hasDefault = mayBeNullable && dice.percent(30) && (value != null || !isRequired);
        boolean isStrict = value != null && (isRequired ? !hasDefault || dice.percent(50) : dice.percent(30));
        boolean isSent = (isStrict && !hasDefault) || (value != null ? dice.percent(80) : dice.percent(50));
        @Nullable Object sent = hasDefault && !isStrict && dice.percent(5) ? null : value;
        String declaration =
                name + ": " + bare + (isStrict ? "!" : "") + (hasDefault ? " = " + RandomArguments.literal(value) : "");
        declared.put(name, new Variable(declaration, sent, isSent));
        return name;
    }

    /** A variable for a condition, often one that is there already. */
    String condition(boolean is) {
        if (!conditions.isEmpty() && dice.percent(50)) {
            return dice.oneOf(conditions);
        }
        String name = of(CONDITION, is, true);
        conditions.add(name);
        return name;
    }

    /** The declarations of some, with their parentheses; empty if there are none. */
    String declarations(Set<String> names) {
        return names.isEmpty()
                ? ""
                : declared.entrySet().stream()
                        .filter(variable -> names.contains(variable.getKey()))
                        .map(variable -> variable.getValue().declaration)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    /** What is sent; in some documents with a value that is wrong, missing or too much. */
    @SuppressWarnings("NullAway")
    Map<String, Object> sent(RandomValues values) {
        Map<String, Object> sent = new HashMap<>();
        declared.forEach((name, variable) -> {
            if (variable.isSent) {
                sent.put(name.substring(1), json(variable.value));
            }
        });
        if (!declared.isEmpty() && dice.percent(12)) {
            String victim = dice.oneOf(List.copyOf(declared.keySet())).substring(1);
            if (dice.percent(25)) {
                sent.remove(victim);
            } else {
                sent.put(victim, values.wrong());
            }
        }
        if (dice.percent(3)) {
            sent.put("unknown", values.wrong());
        }
        return sent;
    }

    private static @Nullable Object json(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            map.forEach((key, part) -> object.put(String.valueOf(key), json(part)));
            return object;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> array = new ArrayList<>();
            list.forEach(entry -> array.add(json(entry)));
            return array;
        }
        return value instanceof EnumValue constant ? constant.name() : value;
    }
}
