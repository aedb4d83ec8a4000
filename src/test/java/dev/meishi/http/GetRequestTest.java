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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries by GET, nothing but queries, and the methods beside it. */
@QuarkusTest
class GetRequestTest {

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @SuppressWarnings("NullAway.Init")
    private GraphqlClient caller;

    @BeforeEach
    void connect() {
        caller = new GraphqlClient(address);
    }

    @Test
    void aQueryIsTakenWithVariablesAndOperationName() {
        HttpResponse<String> response = caller.get(parameters(Map.of(
                "query",
                "query A($n: Int) { contacts(first: $n) { nodes { id } } } query B { __typename }",
                "variables",
                "{\"n\":3}",
                "operationName",
                "A")));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).at("/data/contacts/nodes")).hasSize(3);
    }

    @Test
    void aTimeOffsetInAVariableIsNotABlank() {
        String query = "query($f: ContactFilter) { contacts(filter: $f) { nodes { id } } }";
        String variables =
                "{\"f\":{\"createdBetween\":{\"from\":\"2020-04-05T00:00:00+09:00\",\"to\":\"2020-04-06T00:00:00+09:00\"}}}";

        HttpResponse<String> response = caller.get(parameters(Map.of("query", query, "variables", variables)));

        assertThat(json(response).has("errors")).as(response.body()).isFalse();
        assertThat(json(response).at("/data/contacts/nodes")).isNotEmpty();
        assertThat(code(caller.get("query="
                        + query.replace(" ", "+").replace("{", "%7B").replace("}", "%7D")
                        + "&variables="
                        + variables.replace("{", "%7B").replace("}", "%7D").replace("\"", "%22"))))
                .isEqualTo("BAD_USER_INPUT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mutation { x }                                    | ",
                "mutation A { x }                                  | A",
                "subscription { x }                                | ",
                "query A { __typename } mutation B { x }           | B",
            })
    void nothingButAQueryIsExecuted(String document, String name) {
        HttpResponse<String> response = caller.get(parameters(
                name == null ? Map.of("query", document) : Map.of("query", document, "operationName", name)));

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(code(response)).isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(header(response, "Allow")).isEqualTo("GET, HEAD, POST, OPTIONS");
        assertThat(caller.ask(document).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "query",
                "query=%7B__typename%7D&query=%7B__typename%7D",
                "query=%7B__typename%7D%80",
                "query=%7B__typename%7D&variables=%5B%5D",
                "query=%7B__typename%7D&variables=1",
                "query=%7B__typename%7D&variables=x",
                "query=%7B__typename%7D&variables=%7B%22a%22:1e99999999999%7D",
                "query=%7B__typename%7D&extensions=%22%22",
                "query=%7B__typename%7D&extensions=%7B%22persistedQuery%22:1%7D",
                "operationName=A",
            })
    void whatIsNoRequestIsRefused(String parameters) throws IOException {
        try (RawConnection line = new RawConnection(address)) {
            RawResponse response = line.sendLines("GET /graphql?" + parameters
                            + " HTTP/1.1\nHost: gateway\nAccept: application/graphql-response+json\n\n")
                    .response();

            assertThat(response.status()).isEqualTo(400);
            assertThat(response.headers())
                    .containsEntry("Content-Type", "application/graphql-response+json; charset=utf-8")
                    .containsEntry("Cache-Control", "no-store");
            assertThat(response.body())
                    .startsWith("{\"errors\":[{\"message\":\"")
                    .contains("\"code\":\"");
        }
    }

    /** The server itself refuses these before it looks at the path. */
    @ParameterizedTest
    @ValueSource(strings = {"query=%", "query=%zz", "query=#"})
    void whatIsNoUrlIsRefused(String parameters) throws IOException {
        try (RawConnection line = new RawConnection(address)) {
            assertThat(line.sendLines("GET /graphql?" + parameters + " HTTP/1.1\nHost: gateway\n\n")
                            .response()
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void bytesBeyondAsciiAreNotGuessedAt() throws IOException {
        try (RawConnection line = new RawConnection(address)) {
            RawResponse response = line.send(
                            "GET /graphql?query=%7Btag(id:%22山%22)%7Bid%7D%7D HTTP/1.1\r\nHost: gateway\r\n\r\n"
                                    .getBytes(StandardCharsets.UTF_8))
                    .response();

            assertThat(response.status()).isEqualTo(400);
        }
    }

    @Test
    void headIsGetWithoutItsBody() {
        String url = "query=%7Btags%7Bid%7D%7D";
        HttpResponse<String> get = caller.get(url);
        HttpResponse<String> head = caller.send("HEAD", "/graphql?" + url, BodyPublishers.noBody());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String name : new String[] {"Content-Type", "ETag", "Cache-Control", "Vary"}) {
            assertThat(header(head, name)).as(name).isNotEmpty().isEqualTo(header(get, name));
        }
        assertThat(caller.send("HEAD", "/graphql", BodyPublishers.noBody()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void optionsSaysWhichMethodsThereAre() {
        HttpResponse<String> response = caller.send("OPTIONS", "/graphql", BodyPublishers.noBody());

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
        assertThat(header(response, "Allow")).isEqualTo("GET, HEAD, POST, OPTIONS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"})
    void otherMethodsAreRefused(String method) {
        HttpResponse<String> response = caller.send(
                method,
                "/graphql",
                BodyPublishers.ofString("{\"query\":\"{ __typename }\"}"),
                "Content-Type",
                "application/json");

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(code(response)).isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(header(response, "Allow")).isEqualTo("GET, HEAD, POST, OPTIONS");
    }

    /** The framework's own endpoint, with none of the rules, must not be there under another spelling. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/graphql/",
                "/graphql//",
                "//graphql",
                "/./graphql",
                "/x/../graphql",
                "/%67raphql",
                "/graphql;x=1",
                "/graphql/x",
                "/graphql%2f",
                "/GraphQL",
                "/graphql/schema.graphql",
                "/graphql?x",
                "/graphql%3Fx",
                "/q/graphql"
            })
    void noOtherPathExecutesWhatThisOneRefuses(String path) throws IOException {
        String body = "{\"query\":\"{ __typename }\"}";
        for (String type : new String[] {"text/plain", "application/graphql", "application/x-www-form-urlencoded"}) {
            try (RawConnection line = new RawConnection(address)) {
                RawResponse response = line.sendLines("POST " + path
                                + " HTTP/1.1\nHost: gateway\nContent-Type: " + type + "\nContent-Length: "
                                + body.length() + "\n\n" + body)
                        .response();

                assertThat(response.body()).doesNotContain("\"data\"");
                assertThat(response.status()).isIn(404, 405, 415);
            }
        }
    }

    @Test
    void aBodyThatComesWithoutNeedDoesNotHoldTheConnection() throws IOException {
        for (String request : new String[] {
            "GET /graphql?query=%7B__typename%7D HTTP/1.1\n",
            "GET /graphql?query=%7B__typename%7D HTTP/1.1\nIf-None-Match: *\n",
            "OPTIONS /graphql HTTP/1.1\n",
            "PUT /graphql HTTP/1.1\n"
        }) {
            try (RawConnection line = new RawConnection(address)) {
                line.sendLines(request + "Host: gateway\nContent-Length: 100000\n\nx");

                assertThat(line.response().status()).isLessThan(500);
                assertThat(line.isCutWithin(Duration.ofSeconds(4))).as(request).isTrue();
            }
        }
    }
}
