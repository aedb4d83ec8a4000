package dev.meishi.edge;

import static dev.meishi.edge.Wire.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

/** Status, media type and headers of what is answered. */
final class ResponseRules {

    private static final String QUERY = "{ __typename }";
    private static final byte[] NOTHING = new byte[0];

    private ResponseRules() {}

    static List<Rule> all() {
        return Stream.of(mediaTypes(), methods(), headers())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Rule> mediaTypes() {
        return List.of(
                new Rule(
                        4,
                        "The weight in Accept is no part of the answer's media type.",
                        to -> json(to, "application/json;q=0.9")),
                new Rule(4, "A list in Accept is weighed.", to -> json(to, "text/html;q=0.8, application/json;q=0.5")),
                new Rule(
                        4,
                        "A charset that there is not is 406.",
                        to -> to.ask(QUERY, "Accept: application/json;charset=klingon")
                                .refused(406, "NOT_ACCEPTABLE")),
                new Rule(4, "Who takes any application type gets JSON.", to -> json(to, "application/*")),
                new Rule(4, "Who takes anything gets JSON.", to -> json(to, "*/*")));
    }

    private static void json(Wire endpoint, String accept) {
        Answer answer = endpoint.ask(QUERY, "Accept: " + accept).executed();

        assertThat(answer.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
    }

    private static List<Rule> methods() {
        return List.of(
                new Rule(6, "PUT is 405, and told what is allowed.", to -> notAllowed(to, "PUT")),
                new Rule(6, "DELETE is 405, and told what is allowed.", to -> notAllowed(to, "DELETE")),
                new Rule(6, "PATCH is 405, and told what is allowed.", to -> notAllowed(to, "PATCH")),
                new Rule(
                        6,
                        "A 406 says why.",
                        to -> to.ask(QUERY, "Accept: text/html").refused(406, "NOT_ACCEPTABLE")),
                new Rule(6, "A 413 says why.", ResponseRules::tooLarge));
    }

    private static void notAllowed(Wire endpoint, String method) {
        Answer answer = endpoint.send(method, "/graphql", NOTHING, JSON).refused(405, "METHOD_NOT_ALLOWED");

        assertThat(answer.header("Allow")).contains("POST");
    }

    private static void tooLarge(Wire endpoint) throws Exception {
        try (var connection = endpoint.open("POST", "/graphql", JSON, "Content-Length: 20000000")) {
            Wire.receive(connection).refused(413, "LIMIT_EXCEEDED");
        }
    }

    private static List<Rule> headers() {
        return List.of(
                new Rule(
                        9,
                        "An answer says on what it depends.",
                        to -> assertThat(to.ask(QUERY).header("Vary")).contains("Accept")),
                new Rule(
                        9,
                        "An answer's media type is not to be guessed.",
                        to -> assertThat(to.ask(QUERY).header("X-Content-Type-Options"))
                                .isEqualTo("nosniff")),
                new Rule(
                        9,
                        "An answer by POST is not to be kept.",
                        to -> assertThat(to.ask(QUERY).header("Cache-Control")).isEqualTo("no-store")),
                new Rule(9, "What a client has already it is not sent again.", ResponseRules::notModified));
    }

    private static void notModified(Wire endpoint) {
        String target = "/graphql?query=%7B__typename%7D";
        String tag = endpoint.get(target).executed().header("ETag");

        assertThat(tag).isNotEmpty();
        assertThat(endpoint.get(target, "If-None-Match: " + tag).status()).isEqualTo(304);
    }
}
