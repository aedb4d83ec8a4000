package dev.meishi.http;

import static dev.meishi.wire.GraphqlClient.header;
import static dev.meishi.wire.GraphqlClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.Gateway;
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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every request of the callers' port, whatever it is for. */
@QuarkusTest
class EveryRequestTest {

    private static final String QUERY = "/graphql?query=%7B__typename%7D";

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
    @ValueSource(
            strings = {
                QUERY,
                "/graphql/schema.graphql",
                "/export/contacts.ndjson",
                "/graphiql/",
                "/graphiql",
                "/sandbox/calls",
                "/r/sandbox/contact/v3/domains/1/shared/contacts",
                "/",
                "/nowhere"
            })
    void noRouteAnswersForAnotherHost(String path) throws IOException {
        String head = "GET " + path + " HTTP/1.1\nHost: rebound.example\nOrigin: http://rebound.example\n"
                + "Sec-Fetch-Site: same-origin\n\n";
        try (RawConnection line = new RawConnection(address)) {
            RawResponse answer = line.sendLines(head).response();

            assertThat(answer.status()).isEqualTo(421);
            assertThat(answer.body())
                    .contains("\"code\":\"MISDIRECTED_REQUEST\"", "meishi.http.hosts", "but was 'rebound.example'")
                    .doesNotContain("\"data\"");
        }
    }

    @Test
    void aSocketIsNotOpenedForAnotherHostEither() throws IOException {
        try (RawConnection line = new RawConnection(address)) {
            assertThat(line.sendLines("""
                            GET /graphql HTTP/1.1
                            Host: rebound.example
                            Origin: http://rebound.example
                            Upgrade: websocket
                            Connection: Upgrade
                            Sec-WebSocket-Version: 13
                            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
                            Sec-WebSocket-Protocol: graphql-transport-ws

                            """).response().status()).isEqualTo(421);
        }
    }

    @Test
    void anAbsoluteTargetOfAnotherHostIsRefused() throws IOException {
        try (RawConnection line = new RawConnection(address)) {
            assertThat(line.sendLines("GET http://rebound.example" + QUERY + " HTTP/1.1\nHost: rebound.example\n\n")
                            .response()
                            .status())
                    .isEqualTo(421);
        }
        try (RawConnection line = new RawConnection(address)) {
            assertThat(line.sendLines("GET http://localhost:1" + QUERY + " HTTP/1.1\nHost: localhost:1\n\n")
                            .response()
                            .status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                QUERY,
                "/graphql",
                "/graphql/schema.graphql",
                "/export/contacts.ndjson?keyword=nobody",
                "/export/contacts.ndjson?unknown=1",
                "/graphiql/",
                "/graphiql/assets/missing.js",
                "/sandbox/calls",
                "/",
                "/nowhere"
            })
    void theRequestsIdComesBackFromEveryRoute(String path) {
        HttpResponse<String> named = get(path, "X-Request-Id", "a-callers-own.1");
        HttpResponse<String> unnamed = get(path, "X-Request-Id", "not sane");

        assertThat(named.headers().allValues("X-Request-Id")).containsExactly("a-callers-own.1");
        assertThat(header(unnamed, "X-Request-Id")).matches("[0-9a-f]{16}");
    }

    @Test
    void theRequestsIdStandsInItsLogLines() {
        Recorder recorder = new Recorder();
        Logger logger = LogContext.getLogContext().getLogger("dev.meishi.execution");
        Level before = logger.getLevel();
        logger.setLevel(Level.ALL);
        logger.addHandler(recorder);
        Gateway gateway = new Gateway(address);
        gateway.faults("/listContacts", "{\"errors\":{\"400\":1}}");
        try {
            for (String id : List.of("the-first", "the-second")) {
                caller.ask("{ contacts(first: 1) { nodes { id } } }", "X-Request-Id", id);
            }
        } finally {
            gateway.reset();
            logger.removeHandler(recorder);
            logger.setLevel(before);
        }

        assertThat(recorder.lines).anyMatch(line -> line.startsWith("[the-first] UPSTREAM_"));
        assertThat(recorder.lines).anyMatch(line -> line.startsWith("[the-second] UPSTREAM_"));
        assertThat(recorder.lines).noneMatch(line -> line.startsWith("[]"));
    }

    @Test
    void theBareAddressLeadsToGraphiqlBesideIt() {
        HttpResponse<String> response = get("/");

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(header(response, "Location")).isEqualTo("graphiql/");
        assertThat(header(get("/graphiql"), "Location")).isEqualTo("graphiql/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/graphql | text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | 302",
                "/graphql? | text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | 302",
                "/graphql | text/html | 302",
                "/graphql?query=%7Btags%7Bname%7D%7D | text/html,*/*;q=0.8 | 200",
                "/graphql | application/json | 400",
                "/graphql | application/json, text/html;q=0.9 | 400",
                "/graphql | */* | 400"
            })
    void aBrowserThatOpensTheEndpointIsLedToGraphiql(String path, String accept, int status) {
        HttpResponse<String> response =
                get(path, "Accept", accept, "User-Agent", "Mozilla/5.0 Firefox/140.0", "Sec-Fetch-Site", "none");

        assertThat(response.statusCode()).isEqualTo(status);
        if (status == 302) {
            assertThat(header(response, "Location")).isEqualTo("graphiql/");
            assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /sandbox/contacts, text/plain, 415",
        "POST, /sandbox/changes, text/plain, 415",
        "POST, /sandbox/changes, application/x-www-form-urlencoded, 415",
        "POST, /sandbox/changes, '', 415",
        "PUT, /sandbox/faults, text/plain, 415",
        "PUT, /sandbox/changes, application/jsonx, 415",
        "POST, /sandbox/changes, application/json, 200",
        "POST, /sandbox/changes, Application/JSON; charset=utf-8, 200"
    })
    void theSimulatorIsChangedByNothingThatAFormCanSend(String method, String path, String type, int status) {
        String[] headers = type.isEmpty() ? new String[0] : new String[] {"Content-Type", type};
        HttpResponse<String> response = caller.send(method, path, BodyPublishers.ofString("{}"), headers);

        assertThat(response.statusCode()).isEqualTo(status);
        if (status == 415) {
            assertThat(json(response).path("message").asText())
                    .contains("application/json", type.isEmpty() ? "none" : type);
        }
    }

    private HttpResponse<String> get(String path, String... headers) {
        return caller.send("GET", path, BodyPublishers.noBody(), headers);
    }

    /** Keeps the lines with the id they would have on the console. */
    private static final class Recorder extends Handler {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();
        private final PatternFormatter format = new PatternFormatter("[%X{requestId}] %s");

        @Override
        public void publish(LogRecord line) {
            lines.add(format.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
