package dev.meishi.http;

import dev.meishi.graphql.Limit;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** For each limit of a document a request that is over it by one, or by as little as can be. */
final class Excesses {

    private static final String EVERY_LIST = "tags { id } emails { address } phones { type } organizations { name }"
            + " locations { type } events { type } websites { value } photos { path }";

    private static final String LONG_NAME = "a".repeat(126);

    /** Documents by what they have too much of. */
    static final Map<Limit, String> DOCUMENTS = Map.ofEntries(
            Map.entry(Limit.TOKENS, "{ tags { id } } " + "fragment F on Tag { " + "id ".repeat(1_989) + "}"),
            Map.entry(Limit.NAME_LENGTH, "{ tags { " + "a".repeat(129) + ": id } }"),
            Map.entry(Limit.OPERATIONS, many(11, "query A%d { __typename } ")),
            Map.entry(Limit.DEPTH, "{ a ".repeat(21) + "}".repeat(21)),
            Map.entry(Limit.FIELDS, "{ tags { " + "id ".repeat(1_000) + "} }"),
            Map.entry(Limit.ALIASES, "{ tags { " + many(51, "a%d: id ") + "} }"),
            Map.entry(Limit.ROOT_FIELDS, "{ " + many(21, "a%d: __typename ") + "}"),
            Map.entry(
                    Limit.DIRECTIVES, "{ " + many(17, "a%d: __typename @skip(if: true) @include(if: true) @x ") + "}"),
            Map.entry(Limit.DUPLICATE_FIELDS, "{ tags { " + "id ".repeat(52) + "} }"),
            Map.entry(Limit.COST, "{ " + many(5, "a%d: contacts(first: 500) { nodes { " + EVERY_LIST + " } } ") + "}"),
            Map.entry(Limit.UPSTREAM_CALLS, "{ " + LedgerProbe.calling(101) + "}"),
            Map.entry(
                    Limit.ANSWER_BYTES,
                    "{ contacts(first: 500) { nodes { " + many(49, LONG_NAME + "%d: primaryPhone { value type } ")
                            + " } } }"));

    private Excesses() {}

    private static String many(int count, String text) {
        return IntStream.range(0, count)
                .mapToObj(i -> text.replace("%d", String.valueOf(i)))
                .collect(Collectors.joining());
    }
}
