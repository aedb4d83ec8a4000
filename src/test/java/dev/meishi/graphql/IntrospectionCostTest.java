package dev.meishi.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.introspection.GoodFaithIntrospection;
import graphql.schema.GraphQLSchema;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link IntrospectionCost}: as many values as the answer really has, and known without answering. */
class IntrospectionCostTest {

    private static final GraphQLSchema SCHEMA = Settings.servedSchema();
    private static final int ALLOWED = 60_000;

    private final Documents documents = Settings.documents();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ __schema { queryType { name } mutationType { name } subscriptionType { name } } }",
                "{ __schema { types { name fields(includeDeprecated: true) { name args { name type { ...T } } } } } }"
                        + " fragment T on __Type { kind name ofType { kind name ofType { kind name } } }",
                "{ __schema { directives { name args { name type { name ofType { name } } } } } }",
                "{ __type(name: \"Contact\") { interfaces { name possibleTypes { name } } fields(includeDeprecated: true)"
                        + " { type { name } } } }",
                "{ a: __type(name: \"ContactFilter\") { inputFields { name type { name } } }"
                        + " b: __type(name: \"TagType\") { enumValues { name } } c: __type(name: \"Nope\") { name } }",
                "{ __schema { types { fields(includeDeprecated: true) { type { fields(includeDeprecated: true) { name"
                        + " } } } } } }",
            })
    @MethodSource("dev.meishi.graphql.IntrospectionQueries#all")
    void everyValueOfTheAnswerCounts(String query) {
        long cost = documents.prepare(query, null, true).cost(Map.of(), SCHEMA, Settings.limits());
        long answered = values(answered(query));

        assertThat(cost).isBetween(answered, answered * 3 / 2 + 10).isLessThan(ALLOWED / 2);
    }

    @Test
    void aTypeWhoseNameIsAVariableCountsAsTheLargest() {
        String fields = "fields(includeDeprecated: true) { name } inputFields { name } enumValues { name } ";
        long named = cost("query ($n: String!) { __type(name: $n) { " + fields + "} }");

        assertThat(named)
                .isEqualTo(SCHEMA.getAllTypesAsList().stream()
                        .mapToLong(type -> cost("{ __type(name: \"" + type.getName() + "\") { " + fields + "} }"))
                        .max()
                        .orElseThrow());
    }

    @Test
    void whoGoesRoundInCirclesIsOverTheLimitBeforeItIsAnswered() {
        String types = "{ kind name ofType { kind name ofType { kind name } } }";
        String fields = "fields { name description args { name type " + types + " } type " + types
                + " } enumValues { name } inputFields { name } ";

        assertThat(cost("{ __schema { types { " + fields + "} } }")).isBetween(1_000L, 10_000L);
        assertThat(cost("{ "
                        + many(
                                30,
                                "a%d: __schema { types { description kind interfaces { name kind } " + fields + "} } ")
                        + "}"))
                .isGreaterThan(ALLOWED);
        assertThat(cost("{ __schema { types { " + "possibleTypes { interfaces { ".repeat(14) + fields
                        + "} } ".repeat(14) + "} } }"))
                .isGreaterThan(ALLOWED);
        assertThat(cost("{ __schema { types { " + "fields { type { ofType { ofType { ofType { ".repeat(3) + fields
                        + "} } } } } ".repeat(3) + "} } }"))
                .isPositive();
    }

    private static String many(int count, String text) {
        return IntStream.range(0, count)
                .mapToObj(i -> text.replace("%d", String.valueOf(i)))
                .collect(Collectors.joining());
    }

    /** Whatever the other limits say of it. */
    private static long cost(String query) {
        return new PreparedDocument(Settings.parsed(query), SCHEMA)
                .operation(null)
                .cost(Map.of(), SCHEMA, Settings.limits());
    }

    private static Object answered(String query) {
        ExecutionResult result = GraphQL.newGraphQL(SCHEMA)
                .build()
                .execute(ExecutionInput.newExecutionInput(query)
                        .graphQLContext(Map.of(GoodFaithIntrospection.GOOD_FAITH_INTROSPECTION_DISABLED, true))
                        .build());
        assertThat(result.getErrors()).isEmpty();
        return result.getData();
    }

    /** Of every kind but lists, without the answer itself. */
    private static long values(Object data) {
        return all(data) - 1;
    }

    private static long all(Object value) {
        if (value instanceof Map<?, ?> object) {
            return 1
                    + object.values().stream()
                            .mapToLong(IntrospectionCostTest::all)
                            .sum();
        }
        return value instanceof Collection<?> list
                ? list.stream().mapToLong(IntrospectionCostTest::all).sum()
                : 1;
    }
}
