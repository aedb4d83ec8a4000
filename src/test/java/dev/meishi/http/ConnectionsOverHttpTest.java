package dev.meishi.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.Gateway;
import dev.meishi.LogRecorder;
import dev.meishi.wire.GraphqlClient;
import dev.meishi.wire.PooledConnection;
import dev.meishi.wire.RawConnection;
import dev.meishi.wire.RawResponse;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import org.jboss.logmanager.LogContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the connection after an answer of each route, and which requests are not served at all. */
@QuarkusTest
class ConnectionsOverHttpTest {

    private static final Duration A_MOMENT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final String POST = "POST /graphql HTTP/1.1\r\nHost: gateway\r\nContent-Type: application/json\r\n";
    private static final String BODY = "{\"query\":\"{ contacts(first: 1) { nodes { resourceId } } }\"}";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @ParameterizedTest
    @ValueSource(
            strings = {"GET /graphql?query={__typename}", "HEAD /graphql?query=%7B__typename%7D", "OPTIONS /graphql"})
    void aPostThatTakesItsTimeIsAnsweredAfterARequestWithoutABody(String before) throws Exception {
        Gateway gateway = new Gateway(address);
        gateway.faults("/listContacts", "{\"latency\":\"PT0.9S\"}");
        try (PooledConnection connection = new PooledConnection(address)) {
            assertThat(connection
                            .exchange(before + " HTTP/1.1\r\nHost: gateway\r\n\r\n")
                            .isLast())
                    .isFalse();
            Thread.sleep(450);
            RawResponse answer = connection.exchange(POST + "Content-Length: " + BODY.length() + "\r\n\r\n" + BODY);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains("resourceId");
        } finally {
            gateway.reset();
        }
    }

    /** Where its last chunk ends a server in front may see otherwise: {@code 0\rX} is taken by the decoder. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "000", "0;a=b", "0\rX"})
    void nothingBehindARequestInChunksIsServed(String last) throws IOException {
        try (RawConnection client = new RawConnection(address.getPort())) {
            client.send(POST + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(BODY.length()) + "\r\n" + BODY
                    + "\r\n" + last + "\r\n\r\nGET /graphql/schema.graphql HTTP/1.1\r\nHost: gateway\r\n\r\n");

            String answer = client.answer();

            assertThat(answer).containsIgnoringCase("\r\nconnection: close\r\n").doesNotContain("type Contact");
            assertThat(client.isCutWithin(LONG)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /graphql",
        "POST, /graphql",
        "POST, /nowhere",
        "POST, /graphql/schema.graphql",
        "POST, /graphiql/",
        "POST, /export/contacts.ndjson",
        "PATCH, /sandbox/calls",
        "POST, /q/graphql-ui",
        "GET, /graphql?query={__typename}"
    })
    void anAnswerThatDoesNotWaitForTheBodyAnnouncesTheClose(String method, String path) throws IOException {
        try (RawConnection client = new RawConnection(address.getPort())) {
            client.send(method + " " + path + " HTTP/1.1\r\nHost: gateway\r\nContent-Length: 100\r\n\r\n");
            assertThat(client.answer()).containsIgnoringCase("\r\nconnection: close\r\n");
            assertThat(client.isCutWithin(LONG)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/graphql",
                "/graphql?query={__typename}",
                "/graphql?query={contacts(first:200){nodes{id,name{full}}}}",
                "/graphql/schema.graphql",
                "/graphiql",
                "/graphiql/",
                "/graphiql/index.html",
                "/graphiql/assets/nothing.js",
                "/export/contacts.ndjson",
                "/export/contacts.ndjson?nothing=1",
                "/sandbox/calls",
                "/q/graphql-ui",
                "/nowhere",
                "/nowhere{"
            })
    void aHeadIsAnsweredWithoutABody(String path) throws IOException {
        try (RawConnection client = new RawConnection(address.getPort())) {
            String head = client.send("HEAD " + path + " HTTP/1.1\r\nHost: gateway\r\n\r\n")
                    .head();
            if (head.contains("lose")) {
                assertThat(client.isCutWithin(LONG)).isTrue();
            } else {
                assertThat(client.isCutWithin(A_MOMENT)).isFalse();
                assertThat(client.send("OPTIONS /graphql HTTP/1.1\r\nHost: gateway\r\n\r\n")
                                .head())
                        .startsWith("HTTP/1.1 204");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/graphql,                'GET, HEAD, POST, OPTIONS'",
        "/graphql/schema.graphql, 'GET, HEAD, OPTIONS'",
        "/graphiql/,              'GET, HEAD, OPTIONS'",
        "/graphiql/assets/any.js, 'GET, HEAD, OPTIONS'"
    })
    void optionsAreAnsweredAndOtherMethods405(String path, String allowed) throws IOException {
        try (PooledConnection connection = new PooledConnection(address)) {
            RawResponse options = connection.exchange("OPTIONS " + path + " HTTP/1.1\r\nHost: gateway\r\n\r\n");
            RawResponse other = connection.exchange("DELETE " + path + " HTTP/1.1\r\nHost: gateway\r\n\r\n");

            assertThat(options.status()).isEqualTo(204);
            assertThat(options.headers()).containsEntry("Allow", allowed);
            assertThat(other.status()).isEqualTo(405);
            assertThat(other.headers()).containsEntry("Allow", allowed);
        }
    }

    @Test
    void aRequestWithoutHostIsRefusedWithoutAWordInTheLog() throws IOException {
        Queue<String> log = new ConcurrentLinkedQueue<>();
        Handler recorder = new LogRecorder(log);
        recorder.setLevel(Level.INFO);
        LogContext.getLogContext().getLogger("").addHandler(recorder);
        try (RawConnection client = new RawConnection(address.getPort())) {
            assertThat(client.send("GET /graphql?query=%7B__typename%7D HTTP/1.1\r\n\r\n")
                            .answer())
                    .startsWith("HTTP/1.1 400 ")
                    .contains("\"code\":\"BAD_REQUEST\"", "The Host header is missing.")
                    .doesNotContain("stack", "rror id");
            assertThat(client.isCutWithin(LONG)).isTrue();
        } finally {
            LogContext.getLogContext().getLogger("").removeHandler(recorder);
        }
        assertThat(log).isEmpty();
    }

    @Test
    void oldHttpIsServed() throws IOException {
        try (RawConnection client = new RawConnection(address.getPort())) {
            assertThat(client.send("GET /graphql?query={__typename} HTTP/1.0\r\nHost: gateway\r\n\r\n")
                            .answer())
                    .startsWith("HTTP/1.0 200 ")
                    .endsWith("{\"data\":{\"__typename\":\"Query\"}}");
        }
    }

    @Test
    void http2IsNotSpoken() throws IOException {
        try (RawConnection client = new RawConnection(address.getPort())) {
            assertThat(client.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").answer()).startsWith("HTTP/1.1 505 ");
            assertThat(client.isCutWithin(LONG)).isTrue();
        }
        try (RawConnection client = new RawConnection(address.getPort())) {
            String upgrade = "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAAQ\r\n";
            assertThat(client.send("GET /graphql?query={__typename} HTTP/1.1\r\nHost: gateway\r\n" + upgrade + "\r\n")
                            .answer())
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{a:__typename}",
                "query[]{a:__typename}",
                "{a:__typename}#%C3%A9",
                "{a:__typename}\"",
                "{a:__typename|}",
                "{a:contacts(filter:{keyword:\"^`<>\\\\\"}){nodes{id}}}",
            })
    void aQueryIsReadTheSameWithAndWithoutItsSignsEncoded(String document) throws IOException {
        String encoded = GraphqlClient.parameters(Map.of("query", document.replace("%C3%A9", "é")));
        String plain = "query=" + document.replace("#", "%23");
        try (PooledConnection connection = new PooledConnection(address)) {
            RawResponse expected = get(connection, encoded);
            assertThat(get(connection, plain)).isEqualTo(expected);
            assertThat(expected.body()).startsWith("{");
        }
    }

    private static RawResponse get(PooledConnection connection, String query) throws IOException {
        RawResponse answer = connection.exchange("GET /graphql?" + query + " HTTP/1.1\r\nHost: gateway\r\n\r\n");
        answer.headers().keySet().removeAll(List.of("Age", "X-Request-Id"));
        return answer;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/graphql?query=%80 UTF-8",
                "/graphql?query={%C3%28} UTF-8",
                "/graphql?query=%zz hexadecimal",
                "/graphql?query={a}% hexadecimal",
                "/graphql?query={山} ASCII",
                "/graph{ql} '{'",
                "/gra%phql hexadecimal",
                "/graphql?query={a}#b '#'",
            })
    void whatIsNoUrlHasAClearAnswer(String target, String named) throws IOException {
        try (RawConnection client = new RawConnection(address.getPort())) {
            String bytes = new String(target.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            assertThat(client.send("GET " + bytes + " HTTP/1.1\r\nHost: gateway\r\n\r\n")
                            .answer())
                    .startsWith("HTTP/1.1 400 ")
                    .contains("\"code\":\"BAD_REQUEST\"", named);
        }
    }

    @Test
    void aBodyThatBreaksOffIsRefusedAndWhatFollowsIsNotServed() throws IOException {
        try (RawConnection client = new RawConnection(address.getPort())) {
            client.send(
                    POST + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\nx\r\n" + POST + "Content-Length: 0\r\n\r\n");
            assertThat(client.answer())
                    .startsWith("HTTP/1.1 400 ")
                    .containsIgnoringCase("connection: close")
                    .contains("\"code\":\"BAD_REQUEST\"", "could not be read to its end");
            assertThat(client.isCutWithin(LONG)).isTrue();
        }
    }
}
