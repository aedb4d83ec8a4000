package dev.meishi.edge;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.DataFetcher;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.LightDataFetcher;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;

/** What one request may cost, and what is left of it. */
final class LoadRules {

    /** More text than {@code meishi.documents.cache} is set to, in documents that are each within the limits. */
    private static final int DOCUMENTS = 30;

    private static final String BLANKS = " ".repeat(100_000);

    private LoadRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule(18, "51 aliases are too many.", to -> over(to, "aliases", aliases(51))),
                new Rule(18, "30 levels are too many.", to -> over(to, "depth", dolls(30))),
                new Rule(
                        19,
                        "What may be 70,000 objects is too much, however short the question.",
                        to -> over(to, "cost", pages(4))),
                new Rule(
                        20,
                        "4,000 tokens are too many.",
                        to -> over(to, "tokens", "{" + " __typename".repeat(4_000) + " }")),
                new Rule(20, "The documents that are kept are bounded by their size.", LoadRules::kept),
                new Rule(21, "A field that only reads a property is read without detours.", LoadRules::fetchers));
    }

    private static void over(Wire endpoint, String limit, String query) {
        Answer answer = endpoint.ask(query).refused(200, "LIMIT_EXCEEDED");

        assertThat(answer.at("/errors/0/extensions/limit").asText()).isEqualTo(limit);
    }

    private static String aliases(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "a" + i + ": __typename")
                .collect(Collectors.joining(" ", "{ ", " }"));
    }

    private static String dolls(int levels) {
        return "mutation { " + "doll { ".repeat(levels - 1) + "__typename" + " }".repeat(levels);
    }

    /** Of contacts that there are not, so that an endpoint that asks for them all is not hurt. */
    private static String pages(int count) {
        String everything = "sharedMembers { memberId } emails { address } phones { value } organizations { name }"
                + " locations { value } events { value } messengers { accountId } websites { value } photos { path }"
                + " worksAt { type } tags { name } name { full }";
        return IntStream.range(0, count)
                .mapToObj(i -> "a" + i + ": contacts(first: 500, filter: {keyword: \"nobody\"}) { nodes { id "
                        + everything + " } }")
                .collect(Collectors.joining(" ", "{ ", " }"));
    }

    private static void kept(Wire endpoint) throws Exception {
        for (int i = 0; i < DOCUMENTS; i++) {
            endpoint.ask("{ a" + i + ": __typename }" + BLANKS).executed();
        }
        long bound = ConfigProvider.getConfig().getValue("rules.documents", Long.class);

        assertThat(2 * Inside.keptCharacters()).as("bytes of text kept").isLessThanOrEqualTo(bound);
    }

    private static void fetchers(Wire endpoint) throws Exception {
        endpoint.ask("{ contacts(first: 1) { nodes { id } } }").executed();
        GraphQLSchema schema = Inside.schema();
        GraphQLObjectType contact = schema.getObjectType("Contact");

        assertThat(List.of("id", "resourceId", "open", "masterUserId", "memo", "isExternal", "name", "phones"))
                .allSatisfy(field -> {
                    DataFetcher<?> fetcher =
                            schema.getCodeRegistry().getDataFetcher(contact, contact.getFieldDefinition(field));
                    assertThat(fetcher).as(field).isInstanceOf(LightDataFetcher.class);
                });
    }
}
