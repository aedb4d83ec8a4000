package dev.meishi.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;

/** Requests whose parameters stand in the URL. */
final class GetRules {

    private static final String ECHO = "query($text: String) { contacts(filter: {keyword: $text}) { nodes { id } } }";

    private GetRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule(5, "A mutation is not executed by GET.", GetRules::mutation),
                new Rule(5, "operationName chooses the operation by GET too.", GetRules::operationName),
                new Rule(5, "A plus sign in a variable stays one.", GetRules::plus),
                new Rule(5, "A percent sign in a variable is no mistake.", GetRules::percent),
                new Rule(5, "A URL of 6 KiB is taken.", GetRules::longUrl));
    }

    private static void mutation(Wire endpoint) {
        Answer answer = endpoint.get(target("mutation { note }")).refused(405, "METHOD_NOT_ALLOWED");

        assertThat(answer.header("Allow")).contains("POST");
        assertThat(endpoint.ask("mutation { note }").executed().at("/data/note").asText())
                .isEqualTo("noted");
    }

    private static void operationName(Wire endpoint) {
        String target = target("query A { a: __typename } query B { b: __typename }") + "&operationName=B";

        assertThat(endpoint.get(target).executed().at("/data").fieldNames())
                .toIterable()
                .containsExactly("b");
    }

    private static void plus(Wire endpoint) {
        String query = "query($from: DateTime, $to: DateTime) {"
                + " contacts(filter: {createdBetween: {from: $from, to: $to}}) { nodes { id } } }";
        Map<String, String> times = Map.of("from", "2020-04-05T00:00:00+09:00", "to", "2020-04-06T00:00:00+09:00");

        endpoint.get(target(query) + variables(times)).executed();
    }

    private static void percent(Wire endpoint) {
        endpoint.get(target(ECHO) + variables(Map.of("text", "100% sure"))).executed();
    }

    private static void longUrl(Wire endpoint) {
        endpoint.get(target("{ __typename }" + ",".repeat(2 * 1024))).executed();
    }

    private static String target(String query) {
        return "/graphql?query=" + URLEncoder.encode(query, UTF_8);
    }

    private static String variables(Map<String, ?> variables) {
        return "&variables=" + URLEncoder.encode(Wire.json(variables), UTF_8);
    }
}
