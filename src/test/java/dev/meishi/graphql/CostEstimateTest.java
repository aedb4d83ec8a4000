package dev.meishi.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.connection.PageArguments;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link CostEstimate}: sizes multiply, by hand, on a schema with connections within connections. */
class CostEstimateTest {

    private static final GraphQLSchema GROUPS = Settings.schema("""
            type Query {
              groups(first: Int, last: Int): GroupConnection!
              group(first: Int): Group
              nodes(ids: [ID!]!): [Node]
              some(first: Int): [Group!]!
              things: [Thing!]!
            }
            interface Node { id: ID! }
            type GroupConnection { nodes: [Group!]! edges: [GroupEdge!]! pageInfo: PageInfo! total: Int }
            type GroupEdge { cursor: String! node: Group! }
            type PageInfo { hasNextPage: Boolean! }
            type Group implements Node {
              id: ID!
              name: String
              owner: Contact
              tags: [String!]!
              members(first: Int): ContactConnection!
            }
            type ContactConnection { nodes: [Contact!]! edges: [ContactEdge!]! }
            type ContactEdge { cursor: String! node: Contact! }
            type Contact implements Node { id: ID! name: String emails: [Email!]! owner: Owner }
            type Email { address: String }
            type Owner { title: String }
            union Thing = Group | Contact
            """);

    /** So that every assumed size is seen in the sum. */
    private static final LimitsConfig ASSUMED =
            Settings.limits(Map.of("assumed-list-size", "7", "assumed-page-size", "20"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{__typename}                                                   | 0",
                "{group {id name}}                                              | 1",
                "{group {owner {id}}}                                           | 2",
                "{group {tags}}                                                 | 1",
                "{groups(first: 10) {total}}                                    | 1",
                "{groups(first: 10) {nodes {id}}}                               | 11",
                "{groups(first: 10) {edges {cursor}}}                           | 11",
                "{groups(first: 10) {edges {node {id}}}}                        | 21",
                "{groups(first: 10) {edges {node {id}} nodes {id} pageInfo {hasNextPage}}} | 32",
                "{groups(first: 10) {nodes {owner {id}}}}                       | 21",
                "{groups(first: 10) {nodes {members(first: 500) {nodes {id}}}}} | 5021",
                "{groups(first: 10) {nodes {members(first: 500) {nodes {emails {address}}}}}} | 40021",
                "{groups(first: 10) {nodes {members(first: 500) {edges {node {id}}}}}} | 10021",
                "{groups {nodes {id}}}                                          | 21",
                "{groups(first: null) {nodes {id}}}                             | 21",
                "{groups(last: 30) {nodes {id}}}                                | 31",
                "{groups(first: 5, last: 30) {nodes {id}}}                      | 31",
                "{groups(first: 0) {nodes {owner {id}}}}                        | 1",
                "{groups(first: -5) {nodes {owner {id}}}}                       | 1",
                "{some(first: 5) {owner {id}}}                                  | 10",
                "{some {owner {id}}}                                            | 40",
                "{things {... on Group {id}}}                                   | 7",
                "{nodes(ids: [1, 2, 3]) {id}}                                   | 3",
                "{nodes(ids: []) {id}}                                          | 0",
                "{nodes(ids: 1) {id}}                                           | 7",
                "{nodes(ids: [1, 2, 3]) {... on Contact {emails {address}}}}    | 24",
            })
    void objectsAreCountedAndSizesMultiply(String query, long cost) {
        assertThat(cost(query, Map.of())).isEqualTo(cost);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "query($n: Int) {groups(first: $n) {nodes {id}}}                | 100  | 101",
                "query($n: Int = 5) {groups(first: $n) {nodes {id}}}            | 100  | 101",
                "query($n: Int = 5) {groups(first: $n) {nodes {id}}}            |      | 6",
                "query($n: Int) {groups(first: $n) {nodes {id}}}                |      | 21",
                "query($n: Int = 5) {groups(first: $n) {nodes {id}}}            | null | 21",
                "query($n: Int = 5) {groups(first: $n) {nodes {id}}}            | text | 21",
                "query($n: Int) {groups(first: $n) {nodes {members(first: $n) {nodes {id}}}}} | 100 | 10201",
                "query($n: Int) {groups(first: $n) {nodes {id}}}                | -1   | 1",
            })
    void aVariableCountsAsSentOrAsItDefaults(String query, @Nullable String sent, long cost) {
        Map<String, Object> variables = new HashMap<>();
        if (sent != null) {
            variables.put("n", sent.equals("null") ? null : sent.matches("-?\\d+") ? Integer.valueOf(sent) : sent);
        }
        assertThat(cost(query, variables)).isEqualTo(cost);
    }

    @Test
    void aListInAVariableCountsByItsLength() {
        String query = "query($ids: [ID!]! = [1, 2]) {nodes(ids: $ids) {id}}";

        assertThat(cost(query, Map.of("ids", List.of(1, 2, 3, 4)))).isEqualTo(4);
        assertThat(cost(query, Map.of())).isEqualTo(2);
        assertThat(cost("query($a: ID!) {nodes(ids: [$a, $a]) {id}}", Map.of("a", 1)))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{group @skip(if: true) {id}}                                     |       | 0",
                "{group @skip(if: false) {id}}                                    |       | 1",
                "{group @include(if: false) {id}}                                 |       | 0",
                "{group @include(if: true) {id}}                                  |       | 1",
                "{group @include(if: true) @skip(if: true) {id}}                  |       | 0",
                "{... @skip(if: true) {group {id}}}                               |       | 0",
                "{...F @include(if: false)} fragment F on Query {group {id}}      |       | 0",
                "{...F @include(if: false) ...F} fragment F on Query {group {id}} |       | 1",
                "query($b: Boolean!) {group @skip(if: $b) {id}}                   | true  | 0",
                "query($b: Boolean!) {group @skip(if: $b) {id}}                   | false | 1",
                "query($b: Boolean = true) {group @skip(if: $b) {id}}             |       | 0",
                "query($b: Boolean = true) {group @include(if: $b) {id}}          | false | 0",
                "query($b: Boolean!) {group @skip(if: $b) {id}}                   |       | 1",
            })
    void whatIsLeftOutCostsNothing(String query, @Nullable Boolean sent, long cost) {
        assertThat(cost(query, sent == null ? Map.of() : Map.of("b", sent))).isEqualTo(cost);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{a: group {id} b: group {id}}                                    | 2",
                "{group {id} group {name}}                                        | 1",
                "{group {owner {id}} group {owner {name}}}                        | 2",
                "{group {owner {id}} group {a: owner {name}}}                     | 3",
                "{...F ...F group {id}} fragment F on Query {group {owner {id}}}  | 2",
                "{... {group {id}} ... on Query {group {id}}}                     | 1",
                "{groups(first: 10) {...F} a: groups(first: 10) {...F}} fragment F on GroupConnection {nodes {...G}} fragment G on Group {owner {id}} | 42",
            })
    void whatIsOneInTheAnswerIsCountedOnce(String query, long cost) {
        assertThat(cost(query, Map.of())).isEqualTo(cost);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Each object is of one type only; which one is not known before.
                "{nodes(ids: [1]) {... on Group {x: members(first: 1) {nodes {id}}} ... on Contact {y: emails {address}}}} | 10",
                "{things {... on Group {owner {id}} ... on Contact {owner {title}}}}                          | 21",
                "{things {... on Contact {owner {title}} ... on Group {owner {name}}}}                        | 21",
                "{nodes(ids: [1]) {... on Node {... on Group {members(first: 500) {nodes {id}}}}}}              | 502",
            })
    void fragmentsOnSeveralTypesAreAllCounted(String query, long cost) {
        assertThat(cost(query, Map.of())).isEqualTo(cost);
    }

    @Test
    void noSizeHidesBehindTheSameKeyOfAnotherType() {
        GraphQLSchema schema = Settings.schema("""
                type Query { any: Any }
                union Any = A | B
                type A { few(first: Int): List! }
                type B { many(first: Int): List! }
                type List { nodes: [Item!]! }
                type Item { id: ID }
                """);

        assertThat(cost(
                        schema,
                        "{any {... on A {x: few(first: 1) {nodes {id}}} ... on B {x: many(first: 500) {nodes {id}}}}}",
                        Map.of()))
                .isGreaterThanOrEqualTo(502);
    }

    @Test
    void numbersBeyondEverythingDoNotWrapAround() {
        LimitsConfig largest = Settings.limits(Map.of("assumed-list-size", "2147483647"));
        PreparedOperation deep = Settings.documents()
                .prepare(
                        "{ contacts(first: 2147483647) { nodes { phones { value } emails { address } } } }",
                        null,
                        true);

        assertThat(deep.cost(Map.of(), Settings.servedSchema(), largest)).isEqualTo(1L << 31);
    }

    @Test
    void aliasesThatDoubleAtEveryLevelEndQuickly() {
        String schema = "type Query { a: A } type A { a: A b: A id: ID }";
        String doubling = "{a {...F0}} "
                + IntStream.range(0, 60)
                        .mapToObj(i -> "fragment F" + i + " on A {a {...F" + (i + 1) + "} b {...F" + (i + 1) + "}}")
                        .collect(Collectors.joining(" "))
                + " fragment F60 on A {id}";

        long start = System.nanoTime();
        long cost = cost(Settings.schema(schema), doubling, Map.of());

        assertThat(cost).isEqualTo(1L << 31);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void theAssumedPageIsTheOneThatIsServed() {
        assertThat(Settings.limits().assumedPageSize()).isEqualTo(PageArguments.DEFAULT_SIZE);
    }

    @Test
    void twoFullPagesOfContactsWithAllTheyHaveAreAllowedAndThreeAreNot() {
        GraphQLSchema schema = Settings.servedSchema();
        GraphQLObjectType contact = schema.getObjectType("Contact");
        LimitsConfig limits = Settings.limits();
        String page = "contacts(first: 500) {nodes {" + everythingOf(contact) + "}}";

        assertThat(cost(schema, "{a: " + page + " b: " + page + "}", limits)).isBetween(30_000L, (long) limits.cost());
        assertThat(cost(schema, "{a: " + page + " b: " + page + " c: " + page + "}", limits))
                .isGreaterThan(limits.cost());
    }

    private static String everythingOf(GraphQLObjectType type) {
        return type.getFieldDefinitions().stream()
                .map((GraphQLFieldDefinition field) ->
                        GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType object
                                ? field.getName() + " {" + everythingOf(object) + "}"
                                : field.getName())
                .collect(Collectors.joining(" "));
    }

    /** What is kept of an operation's estimates is told by all that they hang on. */
    @Test
    void oneOperationCostsWhatItsVariablesMakeOfIt() {
        String query = """
                query($first: Int = 3, $isMore: Boolean!, $ids: [ID!]!) {
                  groups(first: $first) { nodes { name members(first: 5) @include(if: $isMore) { nodes { id } } } }
                  ... @skip(if: $isMore) { nodes(ids: $ids) { id } }
                }""";
        PreparedOperation operation = operation(GROUPS, query);
        List<Map<String, Object>> requests = new ArrayList<>();
        for (Object first : new Object[] {1, 2, 50, "none", true}) {
            for (boolean isMore : new boolean[] {true, false}) {
                for (int ids = 0; ids < 3; ids++) {
                    requests.add(Map.of("first", first, "isMore", isMore, "ids", Collections.nCopies(ids, "x")));
                    requests.add(Map.of("isMore", isMore, "ids", Collections.nCopies(ids, "y")));
                }
            }
        }
        requests.addAll(List.copyOf(requests));

        assertThat(requests)
                .allSatisfy(variables -> assertThat(operation.cost(variables, GROUPS, ASSUMED))
                        .isEqualTo(operation(GROUPS, query).cost(variables, GROUPS, ASSUMED)));
        assertThat(requests.stream()
                        .map(variables -> operation.cost(variables, GROUPS, ASSUMED))
                        .distinct())
                .hasSizeGreaterThan(8);
    }

    private static long cost(String query, Map<String, ?> variables) {
        return cost(GROUPS, query, variables);
    }

    private static long cost(GraphQLSchema schema, String query, Map<String, ?> variables) {
        return operation(schema, query).cost(variables, schema, ASSUMED);
    }

    private static long cost(GraphQLSchema schema, String query, LimitsConfig limits) {
        return operation(schema, query).cost(Map.of(), schema, limits);
    }

    private static PreparedOperation operation(GraphQLSchema schema, String query) {
        return new PreparedDocument(Settings.parsed(query), schema).operation(null);
    }

    @Test
    void aPageIsNeverTakenToBeLargerThanTheLargestThereIs() {
        assertThat(CostEstimate.LARGEST_PAGE).isEqualTo(PageArguments.MAX_SIZE);
        long largest = Settings.documents()
                .prepare("{ contacts(first: 500) { nodes { id } } }", null, true)
                .cost(Map.of(), Settings.servedSchema(), Settings.limits());

        assertThat(Settings.documents()
                        .prepare("query ($n: Int) { contacts(first: $n) { nodes { id } } }", null, true)
                        .cost(Map.of("n", 50_000), Settings.servedSchema(), Settings.limits()))
                .isEqualTo(largest);
    }
}
