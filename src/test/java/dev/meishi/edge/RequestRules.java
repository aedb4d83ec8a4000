package dev.meishi.edge;

import static dev.meishi.edge.Wire.JSON;
import static dev.meishi.edge.Wire.STRICT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a request's body may be, and how one that is wrong is refused. */
final class RequestRules {

    private static final String QUERY = "{\"query\":\"{ __typename }\"}";
    private static final String DEEP = "[".repeat(20_000) + "]".repeat(20_000);
    private static final String LONG = "1".repeat(100_000);

    private RequestRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule(
                        1,
                        "A body that is not JSON is 400.",
                        to -> to.post("{", JSON).refused(400, "BAD_REQUEST")),
                new Rule(
                        1,
                        "A document that is not GraphQL is 400 to who reads the newer media type.",
                        to -> to.ask("{ contacts", STRICT).refused(400, "GRAPHQL_PARSE_FAILED")),
                new Rule(
                        1,
                        "A document that does not fit the schema is 400 to who reads the newer media type.",
                        to -> to.ask("{ nope }", STRICT).refused(400, "GRAPHQL_VALIDATION_FAILED")),
                new Rule(
                        2,
                        "variables that are no object are 400.",
                        to -> to.post(with("\"variables\":\"x\""), JSON).refused(400, "BAD_REQUEST")),
                new Rule(
                        2,
                        "An operationName that is no string is 400.",
                        to -> to.post(with("\"operationName\":1"), JSON).refused(400, "BAD_REQUEST")),
                new Rule(
                        2,
                        "JSON of 20,000 levels is 400.",
                        to -> to.post(with("\"variables\":{\"a\":" + DEEP + "}"), JSON)
                                .refused(400, "BAD_REQUEST")),
                new Rule(
                        2,
                        "A number of 100,000 digits is 400.",
                        to -> to.post(with("\"variables\":{\"a\":" + LONG + "}"), JSON)
                                .refused(400, "BAD_REQUEST")),
                new Rule(
                        3,
                        "A body of text/plain is not executed.",
                        to -> to.post(QUERY, "Content-Type: text/plain").refused(415, "UNSUPPORTED_MEDIA_TYPE")),
                new Rule(
                        3,
                        "A body declared as a form is not executed.",
                        to -> to.post(QUERY, "Content-Type: application/x-www-form-urlencoded")
                                .refused(415, "UNSUPPORTED_MEDIA_TYPE")),
                new Rule(
                        3,
                        "A body declared as XML is not executed.",
                        to -> to.post(QUERY, "Content-Type: application/xml").refused(415, "UNSUPPORTED_MEDIA_TYPE")),
                new Rule(
                        3,
                        "A body of no declared type is not executed.",
                        to -> to.post(QUERY).refused(415, "UNSUPPORTED_MEDIA_TYPE")),
                new Rule(7, "A body that is not UTF-8 is 400.", RequestRules::invalidUtf8),
                new Rule(
                        7,
                        "Something after the JSON is 400.",
                        to -> to.post(QUERY + "}rubbish", JSON).refused(400, "BAD_REQUEST")),
                new Rule(8, "A document that was stored is executed by its hash alone.", RequestRules::storedDocument),
                new Rule(
                        8,
                        "A hash nobody has stored a document under is answered in the protocol's words.",
                        to -> to.post(persisted(null, "00".repeat(32)), JSON)
                                .refused(200, "PERSISTED_QUERY_NOT_FOUND")),
                new Rule(
                        8,
                        "A document whose hash is another is not executed.",
                        to -> to.post(persisted("{ __typename }", "00".repeat(32)), JSON)
                                .refused(400, "PERSISTED_QUERY_MISMATCH")));
    }

    private static void invalidUtf8(Wire endpoint) {
        byte[] body = with("\"extensions\":{\"note\":\"caf\u00e9\"}").getBytes(StandardCharsets.ISO_8859_1);

        endpoint.send("POST", "/graphql", body, JSON).refused(400, "BAD_REQUEST");
    }

    private static void storedDocument(Wire endpoint) {
        String hash = "7f56e67dd21ab3f30d1ff8b7bed08893f0a0db86449836189b361dd1e56ddb4b";
        endpoint.post(persisted("{ __typename }", hash), JSON);

        assertThat(endpoint.post(persisted(null, hash), JSON)
                        .executed()
                        .at("/data/__typename")
                        .asText())
                .isEqualTo("Query");
    }

    private static String with(String member) {
        return QUERY.replace("}\"}", "}\"," + member + "}");
    }

    private static String persisted(String query, String hash) {
        return "{" + (query == null ? "" : "\"query\":\"" + query + "\",")
                + "\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash + "\"}}}";
    }
}
