package dev.meishi.http;

import static dev.meishi.wire.GraphqlClient.code;
import static dev.meishi.wire.GraphqlClient.header;
import static dev.meishi.wire.GraphqlClient.json;
import static dev.meishi.wire.GraphqlClient.parameters;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.wire.GraphqlClient;
import dev.meishi.wire.RawConnection;
import dev.meishi.wire.RawResponse;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer's status, type and headers are, by what the caller takes and what came of its request. */
@QuarkusTest
class NegotiationTest {

    private static final String NEW = "application/graphql-response+json";
    private static final String OLD = "application/json";
    private static final String GOOD = "{ contacts(first: 1) { nodes { resourceId } } }";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @SuppressWarnings("NullAway.Init")
    private GraphqlClient caller;

    @BeforeEach
    void connect() {
        caller = new GraphqlClient(address);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json                                          | application/json; charset=utf-8",
                "application/graphql-response+json                         | application/graphql-response+json; charset=utf-8",
                "*/*                                                       | application/json; charset=utf-8",
                "application/graphql-response+json, application/json;q=0.9 | application/graphql-response+json; charset=utf-8",
                "application/graphql-response+json;q=0.5, application/json | application/json; charset=utf-8",
                "application/*                                             | application/json; charset=utf-8",
                "application/json; charset=utf-8                           | application/json; charset=utf-8",
            })
    void aQueryIsAnsweredInTheTypeItsCallerLikesBest(String accept, String type) {
        for (HttpResponse<String> response : List.of(
                caller.ask(GOOD, "Accept", accept), caller.get(parameters(Map.of("query", GOOD)), "Accept", accept))) {
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(header(response, "Content-Type")).isEqualTo(type);
            assertThat(json(response).at("/data/contacts/nodes")).hasSize(1);
        }
    }

    @Test
    void whoTakesAnythingSaysNothing() {
        assertThat(header(caller.ask(GOOD), "Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(header(caller.get(parameters(Map.of("query", GOOD))), "Content-Type"))
                .isEqualTo("application/json; charset=utf-8");
    }

    @Test
    void acceptMayComeInSeveralLines() throws IOException {
        try (RawConnection line = new RawConnection(address)) {
            RawResponse response = line.sendLines("""
                    GET /graphql?query=%7B__typename%7D HTTP/1.1
                    Host: gateway
                    Accept: text/html
                    Accept: application/graphql-response+json

                    """).response();

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.headers())
                    .containsEntry("Content-Type", "application/graphql-response+json; charset=utf-8");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/xml",
                "application/json;q=0",
                "application/json; charset=iso-8859-1",
                "application/json; charset=nonsense",
                "application/graphql-response+json; charset=utf-16"
            })
    void whoTakesNeitherTypeIsRefused(String accept) {
        for (HttpResponse<String> response : List.of(
                caller.ask(GOOD, "Accept", accept), caller.get(parameters(Map.of("query", GOOD)), "Accept", accept))) {
            assertThat(response.statusCode()).isEqualTo(406);
            assertThat(code(response)).isEqualTo("NOT_ACCEPTABLE");
            assertThat(header(response, "Content-Type")).isEqualTo("application/json; charset=utf-8");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ nope }                                                  | GRAPHQL_VALIDATION_FAILED",
                "{ contacts                                                | GRAPHQL_PARSE_FAILED",
                "query A { __typename } query B { __typename }             | OPERATION_NOT_FOUND",
                "query($x: Int!) { contacts(first: $x) { totalCount } }    | BAD_USER_INPUT",
                "{a{a{a{a{a{a{a{a{a{a{a{a{a{a{a{a{a{a{a{a{a}}}}}}}}}}}}}}}}}}}}} | LIMIT_EXCEEDED",
            })
    void aDocumentThatIsRefusedIs400InTheNewTypeAnd200InTheOld(String document, String code) {
        HttpResponse<String> inOld = caller.ask(document, "Accept", OLD);
        HttpResponse<String> inNew = caller.ask(document, "Accept", NEW);

        assertThat(inOld.statusCode()).isEqualTo(200);
        assertThat(inNew.statusCode()).isEqualTo(400);
        assertThat(json(inNew)).isEqualTo(json(inOld));
        assertThat(code(inOld)).as(inOld.body()).isEqualTo(code);
        assertThat(json(inOld).has("data")).isFalse();
        assertThat(header(inNew, "Content-Type")).isEqualTo(NEW + "; charset=utf-8");
        assertThat(caller.get(parameters(Map.of("query", document)), "Accept", NEW)
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {OLD, NEW})
    void anOperationThatWasExecutedIs200WithErrorsAndWithoutValues(String accept) {
        HttpResponse<String> partial = caller.ask("{ contact(id: \"x\") { id } __typename }", "Accept", accept);
        HttpResponse<String> nothing = caller.ask("{ contacts(first: -1) { totalCount } }", "Accept", accept);

        assertThat(partial.statusCode()).isEqualTo(200);
        assertThat(json(partial).at("/data/__typename").asText()).isEqualTo("Query");
        assertThat(code(partial)).isEqualTo("INVALID_ID");
        assertThat(nothing.statusCode()).isEqualTo(200);
        assertThat(json(nothing).at("/data/contacts").isNull()).isTrue();
        assertThat(code(nothing)).isEqualTo("INVALID_ARGUMENT");
    }

    /** Status, method, parameters, body, and headers. */
    static Stream<List<String>> requestsOfEveryKind() {
        String json = "application/json";
        return Stream.of(
                List.of("200", "POST", "", "{\"query\":\"{ __typename }\"}", "Content-Type", json),
                List.of("200", "GET", "?query=%7B__typename%7D", ""),
                List.of("200", "HEAD", "?query=%7B__typename%7D", ""),
                List.of("304", "GET", "?query=%7B__typename%7D", "", "If-None-Match", "*"),
                List.of("204", "OPTIONS", "", ""),
                List.of("200", "POST", "", "{\"query\":\"{ nope }\"}", "Content-Type", json),
                List.of("400", "POST", "", "{", "Content-Type", json),
                List.of("400", "GET", "", ""),
                List.of("400", "GET", "?query=%80", ""),
                List.of("403", "GET", "?query=%7B__typename%7D", "", "Sec-Fetch-Site", "cross-site"),
                List.of("405", "PUT", "", "{}", "Content-Type", json),
                List.of("405", "DELETE", "", ""),
                List.of("405", "PATCH", "", "{}", "Content-Type", json),
                List.of("405", "GET", "?query=mutation%7Bx%7D", ""),
                List.of("406", "GET", "?query=%7B__typename%7D", "", "Accept", "text/html"),
                List.of("413", "POST", "", " ".repeat(200_000), "Content-Type", json),
                List.of("415", "POST", "", "{}", "Content-Type", "text/plain"),
                List.of("415", "POST", "", "{}"));
    }

    @ParameterizedTest
    @MethodSource("requestsOfEveryKind")
    void everyAnswerHasItsHeaders(List<String> request) {
        String[] headers = request.stream().skip(4).toArray(String[]::new);
        HttpResponse<String> response = caller.send(
                request.get(1),
                "/graphql" + request.get(2),
                request.get(3).isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(request.get(3)),
                headers);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(Integer.parseInt(request.get(0)));
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(response, "Vary")).isEqualTo("Accept, Authorization, Origin");
        if (response.statusCode() >= 400) {
            assertThat(json(response).fieldNames()).toIterable().containsExactly("errors");
            assertThat(code(response)).isNotEmpty();
            assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
            assertThat(header(response, "Content-Type")).isEqualTo("application/json; charset=utf-8");
        }
        assertThat(header(response, "Allow"))
                .isEqualTo(
                        response.statusCode() == 405 || response.statusCode() == 204 ? "GET, HEAD, POST, OPTIONS" : "");
    }

    @Test
    void anAnswerIsUtf8WhateverItsLetters() {
        HttpResponse<String> response = caller.ask("{ 山😀 }");

        assertThat(json(response).at("/errors/0/message").asText()).contains("山");
        assertThat(response.body()).doesNotContain("\\u");
    }
}
