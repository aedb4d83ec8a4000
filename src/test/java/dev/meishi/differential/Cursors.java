package dev.meishi.differential;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Cursors that are good for something: of the lists that documents ask for most. */
final class Cursors {

    private static final int LISTS = 8;

    private Cursors() {}

    /** Cursors by the root field that takes them, got by asking for them. */
    static Map<String, List<String>> in(GraphQLSchema schema, Function<Question, JsonNode> ask) {
        Map<String, List<String>> cursors = new HashMap<>();
        for (GraphQLFieldDefinition field : schema.getQueryType().getFieldDefinitions()) {
            if (field.getArgument("after") != null) {
                List<String> found = new ArrayList<>();
                for (int i = 0; i < LISTS; i++) {
                    ask.apply(question(field, i)).findValues("cursor").forEach(cursor -> found.add(cursor.asText()));
                }
                cursors.put(field.getName(), List.copyOf(found));
            }
        }
        return cursors;
    }

    private static Question question(GraphQLFieldDefinition field, int number) {
        RandomValues values = new RandomValues(Dice.of(Settings.SEED, "cursors", field.getName(), number), Map.of());
        String required = field.getArguments().stream()
                .filter(argument -> GraphQLTypeUtil.isNonNull(argument.getType()))
                .map(argument -> ", " + argument.getName() + ": " + literal(argument, values, field))
                .collect(Collectors.joining());
        String text = "{ " + field.getName() + "(first: " + (10 + number) + required + ") { edges { cursor } } }";
        return new Question(-1, text, null, Map.of(), 1_000);
    }

    private static String literal(GraphQLArgument argument, RandomValues values, GraphQLFieldDefinition field) {
        return RandomArguments.literal(values.of(argument.getType(), argument.getName(), field.getName()));
    }
}
