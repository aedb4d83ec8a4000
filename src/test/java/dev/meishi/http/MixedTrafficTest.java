package dev.meishi.http;

import static dev.meishi.wire.GraphqlClient.parameters;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meishi.Gateway;
import dev.meishi.wire.PooledConnection;
import dev.meishi.wire.RawResponse;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Requests of every kind, good and bad, one after the other over few connections, as a proxy sends those of many callers:
 * none is lost, and each has its own answer.
 */
@QuarkusTest
@TestProfile(MixedTrafficTest.TwoLoops.class)
class MixedTrafficTest {

    private static final int CONNECTIONS = 4;
    private static final int REQUESTS = 150;
    private static final String ORIGIN = "https://frontend.example";
    private static final String JSON = "Content-Type: application/json\r\n";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    private final Queue<String> lost = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final List<Photo> photos = new ArrayList<>();
    private final List<String> withoutPhoto = new ArrayList<>();

    /** As many loops as a small machine has, and a frontend elsewhere. */
    public static class TwoLoops implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.vertx.event-loops-pool-size", "2",
                    "quarkus.http.cors.enabled", "true",
                    "quarkus.http.cors.origins", ORIGIN,
                    "meishi.sandbox.enabled", "true",
                    "meishi.upstream.api", "2.0",
                    "meishi.export.max-concurrent-exports", "8",
                    "meishi.callers.default.max-concurrent-exports", "8",
                    "meishi.http.body-timeout", "500ms");
        }
    }

    /** A request in pieces, and what its answer must be. */
    private record Kind(int status, String contained, List<String> pieces) {

        Kind(int status, String contained, String... pieces) {
            this(status, contained, List.of(pieces));
        }
    }

    /** A photo of one contact, which no other contact has. */
    private record Photo(String url, String tag, String bytes) {}

    @BeforeEach
    void slowContacts() throws IOException {
        new Gateway(address).faults("/getContact", "{\"latency\":\"PT0.7S\"}");
        JsonNode contacts = new Gateway(address).ask("{ contacts(first: 30) { nodes { photoUrl } } }", Map.of());
        try (PooledConnection connection = new PooledConnection(address)) {
            for (JsonNode contact : contacts.at("/data/contacts/nodes")) {
                String url = contact.path("photoUrl").asText();
                RawResponse answer = connection.exchange(request("GET", url, ""));
                if (answer.status() == 200) {
                    photos.add(new Photo(
                            url, Objects.requireNonNull(answer.headers().get("ETag")), answer.body()));
                } else {
                    withoutPhoto.add(url);
                }
            }
        }
        assertThat(photos).hasSizeGreaterThan(5).extracting(Photo::bytes).doesNotHaveDuplicates();
        assertThat(photos).allMatch(photo -> photo.bytes().contains("PNG"));
        assertThat(withoutPhoto).isNotEmpty();
    }

    @AfterEach
    void reset() {
        new Gateway(address).reset();
    }

    @Test
    void noneOfSomeHundredsIsLostAndEachHasItsOwnAnswer() throws Exception {
        String id = new Gateway(address)
                .ask("{ contacts(first: 1) { nodes { id } } }", Map.of())
                .at("/data/contacts/nodes/0/id")
                .asText();
        ExecutorService callers = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                int caller = i;
                all.add(callers.submit(() -> drive(caller, id)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            callers.shutdownNow();
        }

        assertThat(lost).as("lost").isEmpty();
        assertThat(wrong).as("wrong").isEmpty();
    }

    private void drive(int caller, String id) {
        Random random = new Random(caller);
        try (PooledConnection connection = new PooledConnection(address)) {
            for (int i = 0; i < REQUESTS; i++) {
                // What takes longer than a body may comes after each kind in turn.
                List<Kind> kinds = new ArrayList<>(kinds("n" + caller + "x" + i));
                kinds.addAll(photoKinds(random));
                exchange(connection, kinds.get(random.nextInt(kinds.size())));
                if (i % 15 == caller) {
                    exchange(connection, slow("s" + caller + "x" + i, id));
                }
            }
        } catch (IOException broken) {
            lost.add("to close: " + broken);
        }
    }

    private void exchange(PooledConnection connection, Kind kind) throws IOException {
        String request = kind.pieces().get(0).lines().findFirst().orElseThrow();
        try {
            RawResponse answer = connection.exchange(kind.pieces().toArray(String[]::new));
            if (answer.status() != kind.status() || !answer.body().contains(kind.contained())) {
                wrong.add(request + " -> " + answer);
            }
        } catch (IOException ended) {
            lost.add(request + " -> " + ended);
            connection.close();
        }
    }

    /** API 2.0 has no search for it: it is looked for in the lists. */
    private static String keyword(String mark, String word) {
        return "{ " + mark + ": contacts(first: 3, filter: {keyword: \\\"" + word + "\\\"}) { nodes { resourceId } } }";
    }

    private static Kind slow(String mark, String id) {
        return new Kind(200, mark, post("{ " + mark + ": contact(id: \\\"" + id + "\\\") { resourceId } }"));
    }

    private List<Kind> photoKinds(Random random) {
        Photo photo = photos.get(random.nextInt(photos.size()));
        String none = withoutPhoto.get(random.nextInt(withoutPhoto.size()));
        return List.of(
                new Kind(200, photo.bytes(), request("GET", photo.url(), "")),
                new Kind(200, photo.bytes(), request("GET", photo.url(), "If-None-Match: \"other\"\r\n")),
                new Kind(200, "", request("HEAD", photo.url(), "")),
                new Kind(304, "", request("GET", photo.url(), "If-None-Match: " + photo.tag() + "\r\n")),
                new Kind(404, "NOT_FOUND", request("GET", none, "")),
                new Kind(405, "METHOD_NOT_ALLOWED", request("POST", photo.url(), "", "x".repeat(30_000))));
    }

    private static List<Kind> kinds(String mark) {
        String query = parameters(Map.of("query", "{" + mark + ":__typename}"));
        String good = "{" + mark + ":__typename}";
        return List.of(
                new Kind(200, mark, request("GET", "/graphql?" + query, "")),
                new Kind(200, mark, request("GET", "/graphql?query=" + good, "")),
                new Kind(200, "", request("HEAD", "/graphql?" + query, "")),
                new Kind(304, "", request("GET", "/graphql?" + query, "If-None-Match: *\r\n")),
                new Kind(200, mark, post(good)),
                new Kind(200, mark, post(good).substring(0, 70), post(good).substring(70)),
                new Kind(200, mark, chunked(good)),
                new Kind(200, mark, post("{" + mark + "}")),
                new Kind(200, "\"" + mark + "\":{\"nodes\":[{", post(keyword(mark, "Jackson"))),
                new Kind(200, "\"" + mark + "\":{\"nodes\":[]", post(keyword(mark, "no such thing"))),
                new Kind(400, "BAD_REQUEST", request("POST", "/graphql", JSON, "{" + mark)),
                new Kind(415, "UNSUPPORTED_MEDIA_TYPE", request("POST", "/graphql", "", "{}")),
                new Kind(
                        415,
                        "UNSUPPORTED_MEDIA_TYPE",
                        "POST /graphql HTTP/1.1\r\nHost: gateway\r\nContent-Length: 2\r\n\r\n",
                        "{}"),
                new Kind(413, "LIMIT_EXCEEDED", request("POST", "/graphql", JSON, " ".repeat(200_000))),
                new Kind(413, "LIMIT_EXCEEDED", chunks(" ".repeat(140_000))),
                new Kind(405, "The method PUT", request("PUT", "/graphql", JSON, "{}")),
                new Kind(405, "The method DELETE", request("DELETE", "/graphql", "")),
                new Kind(405, "The method PATCH", request("PATCH", "/graphql", "", "x".repeat(30_000))),
                new Kind(405, "", request("GET", "/graphql?query=mutation{" + mark + "}", "")),
                new Kind(406, "NOT_ACCEPTABLE", request("GET", "/graphql?" + query, "Accept: text/html\r\n")),
                new Kind(406, "NOT_ACCEPTABLE", request("POST", "/graphql", JSON + "Accept: text/html\r\n", "{}")),
                new Kind(
                        403,
                        "CROSS_SITE_REQUEST",
                        request("GET", "/graphql?" + query, "Sec-Fetch-Site: cross-site\r\n")),
                new Kind(204, "", request("OPTIONS", "/graphql", "")),
                new Kind(200, "", request("OPTIONS", "/graphql", preflight(ORIGIN))),
                new Kind(403, "", request("OPTIONS", "/graphql", preflight("https://other.example"))),
                new Kind(404, "", request("GET", "/" + mark, "")),
                new Kind(404, "", request("HEAD", "/" + mark, "")),
                new Kind(405, "", request("POST", "/" + mark, "", "x".repeat(50_000))),
                new Kind(200, "type Query", request("GET", "/graphql/schema.graphql", "")),
                new Kind(204, "", request("OPTIONS", "/graphql/schema.graphql", "")),
                new Kind(405, "", request("POST", "/graphql/schema.graphql", "", "{}")),
                new Kind(200, "<html", request("GET", "/graphiql/", "")),
                new Kind(405, "", request("PUT", "/graphiql/", "", "{}")),
                new Kind(405, "METHOD_NOT_ALLOWED", request("POST", "/export/contacts.ndjson", "", "{}")),
                new Kind(200, "", request("GET", "/export/contacts.ndjson?keyword=" + mark, "")),
                new Kind(400, "message", request("PUT", "/sandbox/faults/listTags", JSON, "{")),
                new Kind(200, "listTags", request("GET", "/sandbox/calls", "")),
                new Kind(405, "", request("PATCH", "/sandbox/calls", JSON, "{}")),
                new Kind(400, "The Host header is missing", "GET /graphql?" + query + " HTTP/1.1\r\n\r\n"),
                new Kind(400, "chunked", "POST / HTTP/1.1\r\nHost: gateway\r\nTransfer-Encoding: gzip\r\n\r\nabc"),
                new Kind(505, "HTTP/3.1", "GET /" + mark + " HTTP/3.1\r\nHost: gateway\r\n\r\n"));
    }

    private static String post(String document) {
        return request("POST", "/graphql", JSON, "{\"query\":\"" + document + "\"}");
    }

    private static String chunked(String document) {
        return chunks("{\"query\":\"" + document + "\"}");
    }

    private static String chunks(String body) {
        return "POST /graphql HTTP/1.1\r\nHost: gateway\r\n" + JSON + "Transfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
    }

    private static String preflight(String origin) {
        return "Origin: " + origin + "\r\nAccess-Control-Request-Method: POST\r\n"
                + "Access-Control-Request-Headers: content-type\r\n";
    }

    private static String request(String method, String target, String headers) {
        return method + " " + target + " HTTP/1.1\r\nHost: gateway\r\n" + headers + "\r\n";
    }

    private static String request(String method, String target, String headers, String body) {
        return request(method, target, headers + "Content-Length: " + body.length() + "\r\n") + body;
    }
}
